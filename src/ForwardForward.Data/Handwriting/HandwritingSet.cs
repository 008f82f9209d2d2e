using ForwardForward.Data.Images;
using ForwardForward.Imaging.Pen;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Data.Handwriting;

/// <summary>
/// What a network learns from that is to read whatever people draw: of every five training pictures one is MNIST's as it is, one
/// is distorted, and three are made-up hands drawn by the very pen that draws on the pad. Validation and test stay as they are. A function of
/// the seed: picture i depends on nothing but the seed, i and the images.
/// </summary>
internal static class HandwritingSet
{
    private const int Turn = 5;

    /// <summary>Training pictures that are made.</summary>
    public const int TrainCount = 175_000;

    /// <summary>Makes the set from another one.</summary>
    /// <param name="images">MNIST, or digits of its form.</param>
    /// <param name="seed">Seed of every random choice.</param>
    /// <param name="count">Training pictures.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellation">Ends the making.</param>
    public static Splits<ImageSet> Make(Splits<ImageSet> images, ulong seed, int count, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        var (train, random) = (images.Train, new RandomStream(seed));
        var pixels = new byte[checked(count * train.Shape.Values)];
        var labels = new byte[count];
        var distortion = new Distortion(train.Shape.Width);
        for (var i = 0; i < count; i++)
        {
            if (i % 5000 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new DataProgress("drawing handwriting", i / (double)count));
            }

            var picture = pixels.AsSpan(i * train.Shape.Values, train.Shape.Values);
            var stream = random.Fork("picture", i);
            var place = i / Turn % train.Count;
            switch (i % Turn)
            {
                case 0:
                    labels[i] = train.Labels[place];
                    train.Image(place).CopyTo(picture);
                    break;
                case 1:
                    // From the other end, so that a small set has all the more images in one form or the other.
                    place = train.Count - 1 - place;
                    labels[i] = train.Labels[place];
                    distortion.Apply(train.Image(place), stream, picture);
                    break;
                default:
                    labels[i] = (byte)stream.NextInt(train.Classes.Count);
                    DigitPen.Draw(Tablet.Unit(PenDigits.Write(labels[i], stream)), picture);
                    break;
            }
        }

        var origin = images.Origin with { Name = $"{images.Origin.Name} and drawn digits" };
        return images with { Origin = origin, Train = new ImageSet(train.Shape, train.Classes, pixels, labels) };
    }
}
