namespace ForwardForward.Frames.Colours;

/// <summary>
/// The colours of frames, 0xRRGGBB; between two of them red, green and blue are interpolated. The page takes the same from its style sheet,
/// in its light and in its dark theme, and files are painted in the light one.
/// </summary>
/// <param name="Minus">Most negative: vermilion.</param>
/// <param name="Zero">Zero: that of the paper around it.</param>
/// <param name="Plus">Most positive: teal.</param>
/// <param name="Paper">A share of 0.</param>
/// <param name="Ink">A share of 1.</param>
/// <param name="Strong">The end of a scale that goes one way only, from <paramref name="Zero"/>.</param>
/// <param name="NotFinite">No finite number: a colour that no number has.</param>
public sealed record FramePalette(int Minus, int Zero, int Plus, int Paper, int Ink, int Strong, int NotFinite)
{
    /// <summary>On a light page, and in files.</summary>
    public static FramePalette Light { get; } = new(0xc2410c, 0xfbfaf6, 0x006f7e, 0xffffff, 0x1b1c21, 0x4a3db4, 0xc026a5);

    /// <summary>On a dark page.</summary>
    public static FramePalette Dark { get; } = new(0xff8b5c, 0x15181d, 0x45c4d2, 0x0b0d10, 0xf4f3ee, 0xaea4ff, 0xff6ad5);

    /// <summary>A colour for every level of a signed value: 0 to 127 are positive, 129 to 255 negative, 128 is no finite number.</summary>
    public int[] Signed() => [.. Enumerable.Range(0, 256).Select(level => unchecked((sbyte)level) switch
    {
        Levels.NotFinite => NotFinite,
        < 0 and var value => Mix(Zero, Minus, -value / 127f),
        var value => Mix(Zero, Plus, value / 127f),
    })];

    /// <summary>A colour for every level of a share: paper to ink.</summary>
    public int[] Shares() => Ramp(Paper, Ink);

    /// <summary>A colour for every level of a scale that goes one way.</summary>
    public int[] Sequential() => Ramp(Zero, Strong);

    /// <summary>The colours of an image of one channel.</summary>
    public int[] Of(ImageRange range) => range == ImageRange.Signed ? Signed() : Shares();

    /// <summary>The colour of one location of an image of three channels.</summary>
    /// <param name="levels">Levels of red, green and blue.</param>
    /// <param name="range">What they mean: shares are light as it is, signed values lie around a middle grey.</param>
    public int OfChannels(ReadOnlySpan<byte> levels, ImageRange range)
    {
        var colour = 0;
        foreach (var level in levels[..3])
        {
            if (range == ImageRange.Signed && unchecked((sbyte)level) == Levels.NotFinite)
            {
                return NotFinite;
            }

            colour = (colour << 8) | (range == ImageRange.Share ? level : 128 + unchecked((sbyte)level));
        }

        return colour;
    }

    private static int[] Ramp(int from, int to) => [.. Enumerable.Range(0, 256).Select(level => Mix(from, to, level / 255f))];

    private static int Mix(int from, int to, float share) =>
        (Channel(from >> 16, to >> 16, share) << 16) | (Channel(from >> 8, to >> 8, share) << 8) | Channel(from, to, share);

    private static int Channel(int from, int to, float share) => (int)MathF.Round((from & 255) + (((to & 255) - (from & 255)) * share));
}
