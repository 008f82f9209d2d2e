namespace ForwardForward.Imaging.Digits;

/// <summary>
/// The brightness of the paper as a plane over the picture, fitted to its border, so that light from one side does not count as ink.
/// </summary>
/// <param name="Level">Brightness in the middle.</param>
/// <param name="AcrossSlope">Change over the whole width.</param>
/// <param name="DownSlope">Change over the whole height.</param>
/// <param name="Noise">Typical distance of the paper's pixels from the plane.</param>
internal readonly record struct PaperGround(double Level, double AcrossSlope, double DownSlope, double Noise)
{
    private const double Rim = 0.04;

    /// <summary>Fits the plane by least squares to those pixels of the border that are not ink or frame: near its median brightness.</summary>
    public static PaperGround Fit(GreyPicture picture)
    {
        var (across, down) = (Math.Max(1, (int)(picture.Width * Rim)), Math.Max(1, (int)(picture.Height * Rim)));
        var border = new List<(double X, double Y, double Value)>();
        for (var y = 0; y < picture.Height; y++)
        {
            var isWholeRow = y < down || y >= picture.Height - down;
            for (var x = 0; x < picture.Width; x++)
            {
                border.Add((((x + 0.5) / picture.Width) - 0.5, ((y + 0.5) / picture.Height) - 0.5, picture[x, y]));
                x += !isWholeRow && x == across - 1 ? Math.Max(0, picture.Width - (2 * across)) : 0;
            }
        }

        var middle = Median(border.Select(pixel => pixel.Value));
        var spread = Median(border.Select(pixel => Math.Abs(pixel.Value - middle)));
        border.RemoveAll(pixel => Math.Abs(pixel.Value - middle) > Math.Max(12, 3 * spread));

        // On a whole border x, y and 1 are nearly independent, so each slope is fitted on its own.
        var level = border.Average(pixel => pixel.Value);
        double Slope(Func<(double X, double Y, double Value), double> position)
        {
            var mean = border.Average(position);
            var squares = border.Sum(pixel => Math.Pow(position(pixel) - mean, 2));
            return squares > 0 ? border.Sum(pixel => (position(pixel) - mean) * (pixel.Value - level)) / squares : 0;
        }

        var plane = new PaperGround(level, Slope(pixel => pixel.X), Slope(pixel => pixel.Y), 0);
        return plane with { Noise = Median(border.Select(pixel => Math.Abs(pixel.Value - plane.At(pixel.X, pixel.Y)))) };
    }

    /// <summary>Brightness at a place, both coordinates from -1/2 to 1/2.</summary>
    public double At(double x, double y) => Level + (AcrossSlope * x) + (DownSlope * y);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }
}
