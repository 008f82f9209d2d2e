namespace ForwardForward.Data.Mnist;

/// <summary>The four files of MNIST (LeCun, Cortes and Burges 1998) and how the training file is split.</summary>
/// <param name="TrainImages">Images to train and validate on.</param>
/// <param name="TrainLabels">Their labels.</param>
/// <param name="TestImages">The official test images.</param>
/// <param name="TestLabels">Their labels.</param>
/// <param name="ValidationImages">How many images at the end of the training file are for validation.</param>
public sealed record MnistFiles(MnistFile TrainImages, MnistFile TrainLabels, MnistFile TestImages, MnistFile TestLabels, int ValidationImages)
{
    /// <summary>Width and height of an image.</summary>
    public const int Size = 28;

    /// <summary>Names of the classes: the digits.</summary>
    public static IReadOnlyList<string> Classes { get; } = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    /// <summary>The real files: 60,000 + 10,000 images.</summary>
    public static MnistFiles Standard { get; } = new(
        new("train-images-idx3-ubyte", 3, 47_040_016, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
        new("train-labels-idx1-ubyte", 1, 60_008, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
        new("t10k-images-idx3-ubyte", 3, 7_840_016, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
        new("t10k-labels-idx1-ubyte", 1, 10_008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
        ValidationImages: 10_000);

    /// <summary>All four, small ones first, so that a mirror that is down is noticed early.</summary>
    public IReadOnlyList<MnistFile> All => [TestLabels, TrainLabels, TestImages, TrainImages];
}
