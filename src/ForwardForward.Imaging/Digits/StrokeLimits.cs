namespace ForwardForward.Imaging.Digits;

/// <summary>Refuses drawings that nobody draws before any work goes into them.</summary>
internal static class StrokeLimits
{
    /// <summary>Checks counts and coordinates; the message of the exception names the stroke, the point and what is allowed.</summary>
    public static void Check(IReadOnlyList<IReadOnlyList<PointF>> strokes)
    {
        ArgumentNullException.ThrowIfNull(strokes);
        if (strokes.Count > DigitPreparation.MaximumStrokes)
        {
            throw new ArgumentException($"The drawing has {strokes.Count} strokes; at most {DigitPreparation.MaximumStrokes} are accepted.", nameof(strokes));
        }

        long points = 0;
        foreach (var stroke in strokes)
        {
            points += stroke?.Count ?? throw new ArgumentException("A stroke of the drawing is null; it must be a list of points.", nameof(strokes));
        }

        if (points > DigitPreparation.MaximumPoints)
        {
            throw new ArgumentException($"The drawing has {points} points; at most {DigitPreparation.MaximumPoints} are accepted.", nameof(strokes));
        }

        for (var i = 0; i < strokes.Count; i++)
        {
            for (var j = 0; j < strokes[i].Count; j++)
            {
                var (x, y) = strokes[i][j];
                if (!float.IsFinite(x) || !float.IsFinite(y))
                {
                    throw new ArgumentException($"Point {j} of stroke {i} is ({x}, {y}); coordinates must be finite numbers.", nameof(strokes));
                }
            }
        }
    }
}
