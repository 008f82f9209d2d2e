using ForwardForward.Data.Images;

namespace ForwardForward.Learning.Classifying;

/// <summary>Reads a batch of images by every procedure that a network has, for counting errors.</summary>
internal interface IBatchReader : IDisposable
{
    /// <summary>Most images of a batch.</summary>
    int Capacity { get; }

    /// <summary>Whether it also reads by the goodness of every label.</summary>
    bool ByGoodness { get; }

    /// <summary>Reads images <paramref name="first"/>... of a set, at most <see cref="Capacity"/>.</summary>
    void Read(ImageSet images, int first, int count);

    /// <summary>The label of the highest softmax probability for an image of the last batch.</summary>
    int BySoftmax(int image);

    /// <summary>The label of the highest goodness for an image of the last batch of <paramref name="count"/>; only where <see cref="ByGoodness"/>.</summary>
    int ByGoodnessOfLabels(int image, int count);
}
