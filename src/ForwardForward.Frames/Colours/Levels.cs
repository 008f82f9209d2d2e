namespace ForwardForward.Frames.Colours;

/// <summary>Values as bytes, each of which has one colour (<see cref="FramePalette"/>): what canvases and files of pictures are painted from.</summary>
public static class Levels
{
    /// <summary>Level of a signed value that is no finite number.</summary>
    public const sbyte NotFinite = sbyte.MinValue;

    private const float Most = sbyte.MaxValue;

    /// <summary>round(255 share), shares beyond [0, 1] as the nearer end; 0 for what is no finite number.</summary>
    public static byte OfShare(float share) => float.IsFinite(share) ? (byte)MathF.Round(255 * Math.Clamp(share, 0, 1)) : (byte)0;

    /// <summary>round(127 value / full), from -127 to 127; <see cref="NotFinite"/> for what is no finite number, 0 where full is 0.</summary>
    public static sbyte OfSigned(float value, float full) =>
        !float.IsFinite(value) ? NotFinite : full > 0 ? (sbyte)Math.Clamp(MathF.Round(value / full * Most), -Most, Most) : (sbyte)0;

    /// <summary>A level for every value of a frame, <c>[count, height, width, channels]</c>; signed ones in two's complement.</summary>
    /// <param name="frame">The images.</param>
    /// <param name="full">The value of full colour for each tile, as <see cref="FullColour"/> gives it.</param>
    /// <exception cref="ArgumentException">There is not one for each tile.</exception>
    public static byte[] Of(ImageFrame frame, ReadOnlySpan<float> full)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (full.Length != frame.Count)
        {
            throw new ArgumentException($"There are {full.Length} scales for {frame.Count} tiles.");
        }

        var levels = new byte[frame.Values.Length];
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = frame.Range == ImageRange.Share ? OfShare(frame.Values[i]) : unchecked((byte)OfSigned(frame.Values[i], full[i / frame.Shape.Values]));
        }

        return levels;
    }
}
