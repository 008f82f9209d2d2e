namespace ForwardForward.Frames;

/// <summary>Bins of one width for all distributions of a frame.</summary>
/// <param name="From">Where the first begins.</param>
/// <param name="Width">Width of each.</param>
/// <param name="Shares">Share of its distribution's numbers in each bin, <c>[distributions][bins]</c>; all 0 where it has no number.</param>
public sealed record HistogramBins(double From, double Width, double[][] Shares)
{
    /// <summary>
    /// Bins of a round width (1, 2 or 5 times a power of ten) that begin at a multiple of it and reach over every number and the threshold,
    /// so that the axis does not tremble from one reading to the next. Values that are no finite numbers are left out.
    /// </summary>
    /// <param name="frame">The distributions.</param>
    /// <param name="about">About how many bins, 1 or more.</param>
    public static HistogramBins Of(HistogramFrame frame, int about = 40)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(about);
        var (least, most) = Ends(frame);
        var width = Round((most - least) / about);
        var from = Math.Floor(least / width) * width;
        var count = Math.Max(1, (int)Math.Floor((most - from) / width) + 1);
        var shares = frame.Distributions.Select(distribution => Count(distribution.Values, from, width, count)).ToArray();
        return new HistogramBins(from, width, shares);
    }

    private static (double Least, double Most) Ends(HistogramFrame frame)
    {
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        var threshold = frame.Threshold is { } mark && double.IsFinite(mark) ? [mark] : Array.Empty<double>();
        foreach (var value in frame.Distributions.SelectMany(one => one.Values).Where(float.IsFinite).Select(value => (double)value).Concat(threshold))
        {
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }

        return least > most ? (0, 1) : least < most ? (least, most) : (least - 0.5, most + 0.5);
    }

    private static double Round(double width)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(width)));
        return (width / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * power;
    }

    private static double[] Count(float[] values, double from, double width, int count)
    {
        var shares = new double[count];
        var finite = values.Where(float.IsFinite).ToArray();
        foreach (var value in finite)
        {
            shares[Math.Clamp((int)((value - from) / width), 0, count - 1)] += 1.0 / finite.Length;
        }

        return shares;
    }
}
