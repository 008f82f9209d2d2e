using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;

namespace ForwardForward.Learning.Supervised;

/// <summary>Refuses options and images that do not fit together, before anything is allocated.</summary>
internal static class SupervisedChecks
{
    /// <summary>A shift must fit a byte, and digits must stay in the picture.</summary>
    private const int MostJitter = 7;

    public static void Check(SupervisedSettings options, ImageSet images)
    {
        if (options.HiddenUnits.Count == 0 || options.HiddenUnits.Any(units => units < 1))
        {
            throw new ArgumentException("A network needs at least one hidden layer, and every layer at least one unit.", nameof(options));
        }

        if (options.BatchSize < 1 || options.Epochs < 1)
        {
            throw new ArgumentException(
                $"Batch size and epochs must be at least 1; got {options.BatchSize} and {options.Epochs}.", nameof(options));
        }

        if (options.Jitter is < 0 or > MostJitter)
        {
            throw new ArgumentException($"Images may be moved by 0 to {MostJitter} pixels; got {options.Jitter}.", nameof(options));
        }

        PixelDropout.Check(options.InputDropout);
        if (images.Count < options.BatchSize)
        {
            throw new ArgumentException($"A batch has {options.BatchSize} images; the data has {images.Count}.", nameof(images));
        }

        CheckRoom(images);
    }

    // The neutral code comes after the labels, and a code is a byte.
    private static void CheckRoom(ImageSet images)
    {
        var labels = images.Classes.Count;
        if (labels > byte.MaxValue)
        {
            throw new ArgumentException($"Labels in the image can tell at most {byte.MaxValue} classes apart; the data has {labels}.", nameof(images));
        }

        if (images.Shape.Values <= labels)
        {
            throw new ArgumentException($"The label takes the first {labels} values of an image, so an image needs more; the data has {images.Shape}.", nameof(images));
        }
    }
}
