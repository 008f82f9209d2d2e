using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Negatives.Hybrids;

namespace ForwardForward.Learning.Unsupervised;

/// <summary>Refuses options and images that do not fit together, before anything is allocated.</summary>
internal static class UnsupervisedChecks
{
    private const int Labels = 10;
    private const int LeastSide = 3;

    public static void Check(UnsupervisedOptions options, LabelledImages images)
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
        if (images.Width < LeastSide || images.Height < LeastSide)
        {
            throw new ArgumentException(
                $"Hybrids need images of at least {LeastSide} x {LeastSide}; the data has {images.Width} x {images.Height}.", nameof(images));
        }

        if (images.Count < Math.Max(2, options.BatchSize))
        {
            throw new ArgumentException(
                $"A batch has {options.BatchSize} images, and a hybrid is made of two; the data has {images.Count}.", nameof(images));
        }

        foreach (var label in images.Labels)
        {
            if (label >= Labels)
            {
                throw new ArgumentException($"Labels must be 0 to {Labels - 1}; the data has a {label}.", nameof(images));
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
}
