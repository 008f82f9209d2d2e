namespace ForwardForward.Imaging.Png;

/// <summary>Puts a legend below a mosaic.</summary>
internal static class ColourBarStrip
{
    private const int Above = 6;
    private const int Edge = 6;
    private const int BarHeight = 10;
    private const int Tick = 3;
    private const int LongestBar = 320;

    /// <summary>Pixels that a legend adds to the height.</summary>
    public const int Added = Above + Edge + BarHeight + Tick + 2 + TinyDigits.Height + Edge;

    /// <summary>The mosaic with the legend; wider where the numbers need it.</summary>
    public static PixelSheet Below(Mosaic mosaic, ColourBar bar)
    {
        string[] texts = [bar.Low, bar.Middle, bar.High];
        var least = texts.Sum(TinyDigits.Width) + (8 * TinyDigits.Dot) + (2 * Edge);
        var sheet = new PixelSheet(Math.Max(mosaic.Width, least), mosaic.Height + Added);
        sheet.Copy(mosaic.Pixels, mosaic.Width);
        var top = mosaic.Height + Above;
        sheet.Fill(0, top, sheet.Width, sheet.Height - top, bar.Paper);
        Draw(sheet, bar, texts, Math.Min(sheet.Width - (2 * Edge), Math.Max(LongestBar, least)), top + Edge);
        return sheet;
    }

    private static void Draw(PixelSheet sheet, ColourBar bar, string[] texts, int length, int top)
    {
        // A frame around it: the middle of a bar may have the strip's own colour.
        sheet.Fill(Edge - 1, top - 1, length + 2, BarHeight + 2, 0x8d8b83);
        for (var x = 0; x < length; x++)
        {
            sheet.Fill(Edge + x, top, 1, BarHeight, bar.Colours[x * bar.Colours.Count / length]);
        }

        int[] marks = [0, length / 2, length - 1];
        for (var i = 0; i < texts.Length; i++)
        {
            if (texts[i].Length > 0)
            {
                sheet.Fill(Edge + marks[i], top + BarHeight + 1, 1, Tick, bar.Ink);
                var wide = TinyDigits.Width(texts[i]);
                TinyDigits.Draw(sheet, texts[i], Edge + Math.Clamp(marks[i] - (wide / 2), 0, length - wide), top + BarHeight + Tick + 2, bar.Ink);
            }
        }
    }
}
