using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Data.Mnist;
using ForwardForward.Frames;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Testing;

/// <summary>
/// Ten crude, learnable classes on 8 x 8 pixels or more, made in no time: every class has a blurred spot pattern of its own, every image
/// noise and a random ink. Not digits; made for tests that want something to learn.
/// </summary>
public static class TinyDigits
{
    /// <summary>A data set whose labels go round 0 to 9.</summary>
    public static Splits<ImageSet> Make(int train, int validation = 100, int test = 100, ulong seed = 1, int width = 8, int height = 8)
    {
        var random = new RandomStream(seed);
        return new Splits<ImageSet>(
            new DataOrigin("tiny patterns", true),
            Images(train, width, height, random.Fork("train")),
            Images(validation, width, height, random.Fork("validation")),
            Images(test, width, height, random.Fork("test")));
    }

    /// <summary>Grey images of the ten digits: pixels <c>[count, height, width]</c>, labels <c>[count]</c>.</summary>
    public static ImageSet Set(int width, int height, byte[] pixels, byte[] labels) => new(new ImageShape(width, height), MnistFiles.Classes, pixels, labels);

    private static ImageSet Images(int count, int width, int height, RandomStream random)
    {
        var pixels = new byte[count * width * height];
        var labels = new byte[count];
        for (var i = 0; i < count; i++)
        {
            labels[i] = (byte)(i % 10);
            var pattern = new RandomStream(1000UL + labels[i]);
            var ink = 0.6 + (0.4 * random.NextDouble());
            for (var p = 0; p < width * height; p++)
            {
                var stroke = pattern.NextDouble() < 0.3 ? ink : 0;
                var seen = random.NextDouble() < 0.1 ? random.NextDouble() : stroke;
                pixels[(i * width * height) + p] = (byte)(255 * seen);
            }
        }

        return Set(width, height, pixels, labels);
    }
}
