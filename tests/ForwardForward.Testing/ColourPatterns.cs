using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Frames;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Testing;

/// <summary>
/// Learnable colour images unlike MNIST in every way, made in no time: 9 x 7 pixels of three channels in four classes, each a pattern of spots in a
/// colour of its own with noise. Whatever takes them takes 28 x 28, grey and ten classes for granted nowhere.
/// </summary>
public static class ColourPatterns
{
    /// <summary>What they are like, without images.</summary>
    public static ImageSet Described { get; } = ImageSet.Described(new ImageShape(9, 7, 3), ["circle", "square", "star", "wave"]);

    /// <summary>A data set whose labels go round the classes.</summary>
    public static Splits<ImageSet> Make(int train, int validation = 40, int test = 40, ulong seed = 1)
    {
        var random = new RandomStream(seed);
        return new Splits<ImageSet>(
            new DataOrigin("colour patterns", true),
            Images(train, random.Fork("train")),
            Images(validation, random.Fork("validation")),
            Images(test, random.Fork("test")));
    }

    private static ImageSet Images(int count, RandomStream random)
    {
        var (shape, classes) = (Described.Shape, Described.Classes);
        var pixels = new byte[count * shape.Values];
        var labels = new byte[count];
        for (var i = 0; i < count; i++)
        {
            labels[i] = (byte)(i % classes.Count);
            var pattern = new RandomStream(2000UL + labels[i]);
            for (var value = 0; value < shape.Values; value++)
            {
                var light = pattern.NextDouble() < 0.4 ? 0.8 : 0.1;
                pixels[(i * shape.Values) + value] = (byte)(255 * (random.NextDouble() < 0.1 ? random.NextDouble() : light));
            }
        }

        return new ImageSet(shape, classes, pixels, labels);
    }
}
