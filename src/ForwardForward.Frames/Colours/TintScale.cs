namespace ForwardForward.Frames.Colours;

/// <summary>How numbers in cells or behind characters become a tint: from nothing to full colour one way, or both ways from 0.</summary>
/// <param name="IsSigned">Whether they lie around 0.</param>
/// <param name="Low">The number at the lower end; minus <paramref name="High"/> where they lie around 0.</param>
/// <param name="High">The number at the upper end.</param>
public sealed record TintScale(bool IsSigned, float Low, float High)
{
    /// <summary>For a heat map: both ways where any cell is below 0, else from the smallest to the largest.</summary>
    public static TintScale Of(GridFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var finite = frame.Values.Where(float.IsFinite).DefaultIfEmpty(0).ToArray();
        var (low, high) = (finite.Min(), finite.Max());
        return low < 0 ? Around(FullColour.Largest(finite)) : new TintScale(false, low < high ? low : 0, high > 0 ? high : 1);
    }

    /// <summary>For a text: from 0 to its value of full colour, the largest magnitude that it has unless it names one.</summary>
    public static TintScale Of(TextFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var full = frame.Full ?? FullColour.Largest(frame.Values);
        full = full > 0 ? full : 1;
        return frame.Range == ImageRange.Signed ? Around(full) : new TintScale(false, 0, full);
    }

    /// <summary>A value's tint, in [0, 1], or in [-1, 1] where values lie around 0; null for what is no finite number.</summary>
    public float? Share(float value) =>
        !float.IsFinite(value) ? null : IsSigned ? Math.Clamp(value / High, -1, 1) : Math.Clamp((value - Low) / (High - Low), 0, 1);

    /// <summary>The colour of a value, 0xRRGGBB.</summary>
    public int Colour(float value, FramePalette palette)
    {
        ArgumentNullException.ThrowIfNull(palette);
        return Share(value) is not { } share ? palette.NotFinite
            : IsSigned ? palette.Signed()[unchecked((byte)Levels.OfSigned(share, 1))]
            : palette.Sequential()[Levels.OfShare(share)];
    }

    private static TintScale Around(float full) => new(true, -full, full);
}
