namespace ForwardForward.Frames.Colours;

/// <summary>
/// The value that has full colour in every tile: on page, in files and in a time-lapse alike. For shares it is 1. For signed values it is the
/// largest magnitude of the tile, label values left out (they grow much larger than the others, and a scale made for them would leave the
/// picture blank); on a scale for the whole it is one value for all: nine tiles of ten stay below it, so that one wild unit does not pale the others.
/// </summary>
public static class FullColour
{
    private const double Below = 0.9;

    /// <summary>The value of full colour for each tile, <c>[count]</c>; 0 for a tile of zeros.</summary>
    public static float[] Of(ImageFrame frame, ColourScale scale)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var full = new float[frame.Count];
        for (var tile = 0; tile < full.Length; tile++)
        {
            full[tile] = frame.Range == ImageRange.Share ? 1 : Largest(frame.Tile(tile)[frame.LabelValues..]);
        }

        if (frame.Range == ImageRange.Signed && scale == ColourScale.Whole && full.Length > 0)
        {
            Array.Fill(full, Shared(full));
        }

        return full;
    }

    /// <summary>The same for frames that are shown one after the other: each tile keeps its scale, the largest that it has in any of them.</summary>
    /// <exception cref="ArgumentException">There is no frame, or they have not the same number of tiles.</exception>
    public static float[] Over(IReadOnlyList<ImageFrame> frames, ColourScale scale)
    {
        ArgumentNullException.ThrowIfNull(frames);
        if (frames.Count == 0 || frames.Any(frame => frame.Count != frames[0].Count))
        {
            throw new ArgumentException(frames.Count == 0 ? "There is no frame." : $"Frames have from {frames.Min(frame => frame.Count)} to {frames.Max(frame => frame.Count)} tiles; all need as many.");
        }

        return frames.Select(frame => Of(frame, scale)).Aggregate((one, other) => [.. one.Zip(other, Math.Max)]);
    }

    /// <summary>The largest finite magnitude; 0 where there is none.</summary>
    public static float Largest(ReadOnlySpan<float> values)
    {
        var largest = 0f;
        foreach (var value in values)
        {
            var size = Math.Abs(value);
            if (size > largest && float.IsFinite(size))
            {
                largest = size;
            }
        }

        return largest;
    }

    private static float Shared(float[] full)
    {
        var sorted = full.Order().ToArray();
        var shared = sorted[(int)(Below * (sorted.Length - 1))];
        return shared > 0 ? shared : sorted[^1];
    }
}
