using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;

namespace ForwardForward.Learning.Supervised;

/// <summary>Refuses options and images that do not fit together, before anything is allocated.</summary>
internal static class SupervisedChecks
{
    /// <summary>A shift must fit a byte, and digits must stay in the picture.</summary>
    private const int MostJitter = 7;

    public static void Check(SupervisedOptions options, LabelledImages images, int labels)
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

        CheckShape(images, labels);
        foreach (var label in images.Labels)
        {
            if (label >= labels)
            {
                throw new ArgumentException($"Labels must be 0 to {labels - 1}; the data has a {label}.", nameof(images));
            }
        }
    }

    public static void CheckShape(LabelledImages images, LabelledImages learntFrom)
    {
        if ((images.Width, images.Height) != (learntFrom.Width, learntFrom.Height))
        {
            throw new ArgumentException(
                $"The network learns from images of {learntFrom.Width} x {learntFrom.Height}; these are {images.Width} x {images.Height}.", nameof(images));
        }
    }

    private static void CheckShape(LabelledImages images, int labels)
    {
        if (images.PixelsPerImage <= labels)
        {
            throw new ArgumentException(
                $"The label takes {labels} pixels, so an image needs more; the data has {images.Width} x {images.Height}.", nameof(images));
        }
    }
}
