using ForwardForward.Data.Images;

namespace ForwardForward.Learning.Recurrent;

/// <summary>Refuses options and images that do not fit together, before anything is allocated.</summary>
internal static class RecurrentChecks
{
    public static void Check(RecurrentSettings options, ImageSet images)
    {
        if (options.HiddenUnits.Count == 0 || options.HiddenUnits.Any(units => units < 1))
        {
            throw new ArgumentException("A network needs at least one hidden layer, and every layer at least one unit.", nameof(options));
        }

        if (options.Fields.Count > 0 && options.Fields.Count != options.HiddenUnits.Count)
        {
            throw new ArgumentException(
                $"Every one of {options.HiddenUnits.Count} layers needs a field, or none does; got {options.Fields.Count}.", nameof(options));
        }

        if (options.BatchSize < 1 || options.Epochs < 1 || options.Iterations < 1)
        {
            throw new ArgumentException(
                $"Batch size, epochs and iterations must be at least 1; got {options.BatchSize}, {options.Epochs} and {options.Iterations}.", nameof(options));
        }

        if (!(options.Damping is >= 0 and < 1))
        {
            throw new ArgumentException($"Damping is a share from 0 to below 1; got {options.Damping}.", nameof(options));
        }

        CheckRange(options.Trained, options.Iterations, "trained");
        CheckRange(options.Scored, options.Iterations, "scored");
        if (images.Count < options.BatchSize)
        {
            throw new ArgumentException($"A batch has {options.BatchSize} images; the data has {images.Count}.", nameof(images));
        }
    }

    private static void CheckRange((int First, int Last) range, int iterations, string what)
    {
        if (range.First < 1 || range.Last < range.First || range.Last > iterations)
        {
            throw new ArgumentException(
                $"The {what} iterations must lie in 1 to {iterations}, the first not after the last; got {range.First} to {range.Last}.", nameof(range));
        }
    }
}
