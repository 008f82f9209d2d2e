using ForwardForward.Data.Images;

namespace ForwardForward.Learning.Backprop;

/// <summary>Refuses options and images that do not fit together, before anything is allocated.</summary>
internal static class BackpropChecks
{
    public static void Check(BackpropSettings options, ImageSet images)
    {
        if (options.HiddenUnits.Concat(options.Channels).Any(units => units < 1) || options.HiddenUnits.Count + options.Channels.Count == 0)
        {
            throw new ArgumentException("A network needs at least one hidden layer, and every layer at least one unit.", nameof(options));
        }

        CheckShare(options.Dropout, "Dropout");
        CheckShare(options.InputDropout, "Dropout of the input");
        CheckShare(options.LabelSmoothing, "Label smoothing");
        if (!(options.InitialGain is > 0 and < float.PositiveInfinity))
        {
            throw new ArgumentException($"The gain of the first weights must be above 0; got {options.InitialGain}.", nameof(options));
        }

        if (options.BatchSize < 1 || options.Epochs < 1)
        {
            throw new ArgumentException(
                $"Batch size and epochs must be at least 1; got {options.BatchSize} and {options.Epochs}.", nameof(options));
        }

        if (images.Count < options.BatchSize)
        {
            throw new ArgumentException($"A batch has {options.BatchSize} images; the data has {images.Count}.", nameof(images));
        }

        CheckFields(options, images);
    }

    private static void CheckShare(float share, string name)
    {
        if (!(share is >= 0 and < 1))
        {
            throw new ArgumentException($"{name} is a share from 0 to below 1; got {share}.", nameof(share));
        }
    }

    private static void CheckFields(BackpropSettings options, ImageSet images)
    {
        var shape = images.Shape;
        foreach (var channels in options.Channels)
        {
            shape = shape.Convolved(options.FieldSide, channels).Pooled();
            if (shape.Width < 1 || shape.Height < 1)
            {
                throw new ArgumentException(
                    $"Images of {images.Shape} are too small for {options.Channels.Count} convolutions with fields of {options.FieldSide} x {options.FieldSide}, each followed by pooling.",
                    nameof(options));
            }
        }
    }
}
