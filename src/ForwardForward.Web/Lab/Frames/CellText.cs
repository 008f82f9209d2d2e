using ForwardForward.Frames.Colours;

namespace ForwardForward.Web.Lab.Frames;

/// <summary>Black or white on a coloured cell, whichever can be read better; the two themes answer that apart.</summary>
public static class CellText
{
    /// <summary>Classes for the number of a cell: <c>white</c> where it is white in the light theme, <c>black-in-dark</c> where it is black in the dark one.</summary>
    public static string On(TintScale scale, float value) =>
        (IsDark(scale.Colour(value, FramePalette.Light)) ? "white " : "") + (IsDark(scale.Colour(value, FramePalette.Dark)) ? "" : "black-in-dark");

    /// <summary>The contrast of two colours 0xRRGGBB, from 1 to 21 (WCAG 2.2, "contrast ratio").</summary>
    public static double Contrast(int one, int other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static bool IsDark(int colour) => Contrast(colour, 0xffffff) > Contrast(colour, 0x000000);

    private static double Luminance(int colour) =>
        (0.2126 * Linear((colour >> 16) & 255)) + (0.7152 * Linear((colour >> 8) & 255)) + (0.0722 * Linear(colour & 255));

    private static double Linear(int channel) => channel / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
}
