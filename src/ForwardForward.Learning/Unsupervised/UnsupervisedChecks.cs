using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Negatives.Hybrids;

namespace ForwardForward.Learning.Unsupervised;

/// <summary>Refuses options and images that do not fit together, before anything is allocated.</summary>
internal static class UnsupervisedChecks
{
    private const int LeastSide = 3;

    public static void Check(UnsupervisedSettings options, ImageSet images)
    {
        if (options.BatchSize < 1 || options.Epochs < 1)
        {
            throw new ArgumentException(
                $"Batch size and epochs must be at least 1; got {options.BatchSize} and {options.Epochs}.", nameof(options));
        }

        if (options.Blurs is < 1 or > RegionMask.MostBlurs)
        {
            throw new ArgumentException($"Masks may be blurred 1 to {RegionMask.MostBlurs} times; got {options.Blurs}.", nameof(options));
        }

        PixelDropout.Check(options.InputDropout);
        if (images.Shape.Width < LeastSide || images.Shape.Height < LeastSide)
        {
            throw new ArgumentException(
                $"Hybrids need images of at least {LeastSide} x {LeastSide}; the data has {images.Shape}.", nameof(images));
        }

        if (images.Count < Math.Max(2, options.BatchSize))
        {
            throw new ArgumentException(
                $"A batch has {options.BatchSize} images, and a hybrid is made of two; the data has {images.Count}.", nameof(images));
        }
    }
}
