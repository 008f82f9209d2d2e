namespace ForwardForward.Web.ViewModels;

/// <summary>How often values fall into each of some equal bins between two ends; values beyond the ends count in the outermost bins.</summary>
/// <param name="Shares">For each bin the share of the values, in [0, 1].</param>
public sealed record Histogram(IReadOnlyList<double> Shares)
{
    /// <summary>Counts values that are finite numbers; all zero where there is none.</summary>
    public static Histogram Of(ReadOnlySpan<float> values, double low, double high, int bins)
    {
        var counts = new int[bins];
        var total = 0;
        foreach (var value in values)
        {
            if (float.IsFinite(value))
            {
                counts[(int)Math.Clamp((value - low) / (high - low) * bins, 0, bins - 1)]++;
                total++;
            }
        }

        return new Histogram([.. counts.Select(count => total == 0 ? 0 : (double)count / total)]);
    }
}
