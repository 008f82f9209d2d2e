namespace ForwardForward.Imaging.Png;

/// <summary>Numbers of 3 x 5 dots a character, since there is no font to be sure of where the program runs.</summary>
internal static class TinyDigits
{
    /// <summary>Pixels along a dot.</summary>
    public const int Dot = 2;

    /// <summary>Height of a number in pixels.</summary>
    public const int Height = 5 * Dot;

    private const string Known = "0123456789-+.e";

    // Rows of three dots from top to bottom, the leftmost dot the highest bit.
    private static readonly int[][] Dots =
    [
        [7, 5, 5, 5, 7], [2, 6, 2, 2, 7], [7, 1, 7, 4, 7], [7, 1, 3, 1, 7], [5, 5, 7, 1, 1], [7, 4, 7, 1, 7], [7, 4, 7, 5, 7],
        [7, 1, 1, 2, 2], [7, 5, 7, 5, 7], [7, 5, 7, 1, 7], [0, 0, 7, 0, 0], [0, 2, 7, 2, 0], [0, 0, 0, 0, 2], [0, 7, 7, 4, 7],
    ];

    /// <summary>Width of a text in pixels.</summary>
    public static int Width(string text) => text.Length == 0 ? 0 : ((4 * text.Length) - 1) * Dot;

    /// <summary>Draws a text; characters that it does not know are left blank.</summary>
    public static void Draw(PixelSheet sheet, string text, int left, int top, int colour)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Known.IndexOf(text[i], StringComparison.Ordinal) is not (>= 0 and var known))
            {
                continue;
            }

            for (var dot = 0; dot < 15; dot++)
            {
                if ((Dots[known][dot / 3] & (4 >> (dot % 3))) != 0)
                {
                    sheet.Fill(left + (((4 * i) + (dot % 3)) * Dot), top + (dot / 3 * Dot), Dot, Dot, colour);
                }
            }
        }
    }
}
