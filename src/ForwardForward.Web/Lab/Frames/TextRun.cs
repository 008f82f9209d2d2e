using System.Text;
using ForwardForward.Frames;
using ForwardForward.Frames.Colours;

namespace ForwardForward.Web.Lab.Frames;

/// <summary>Characters that follow each other and have one tint.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Tint">Class of the tint; "" for none.</param>
/// <param name="Percent">How strong, in percent.</param>
/// <param name="IsGiven">Whether the network was given them.</param>
/// <param name="Hint">The value of the first, for people; "" where there is none.</param>
internal sealed record TextRun(string Text, string Tint, int Percent, bool IsGiven, string Hint)
{
    // Full colour behind a character would drown it.
    private const int StrongestTint = 55;

    /// <summary>The runs of a frame; every character with a value stands alone, so that its value can be read.</summary>
    public static IReadOnlyList<TextRun> Of(TextFrame frame, TintScale scale)
    {
        var (runs, plain, index) = (new List<TextRun>(), new StringBuilder(), 0);
        foreach (var rune in frame.Text.EnumerateRunes())
        {
            var (value, isGiven) = (frame.Values[index], index < frame.Given);
            if (index == frame.Given)
            {
                Flush(true);
            }

            index++;
            if (scale.Share(value) is not { } share)
            {
                plain.Append(rune.ToString());
                continue;
            }

            Flush(isGiven);
            var unit = frame.Unit.Length == 0 ? "" : "\u00a0" + frame.Unit;
            runs.Add(new TextRun(
                rune.ToString(),
                share < 0 ? "minus" : scale.IsSigned ? "plus" : "strong",
                (int)MathF.Round(StrongestTint * Math.Abs(share)),
                isGiven,
                $"{Name(rune)}: {GridCells.Number(value)}{unit}"));
        }

        Flush(frame.Given >= frame.Values.Length);
        return runs;

        void Flush(bool isGiven)
        {
            if (plain.Length > 0)
            {
                runs.Add(new TextRun(plain.ToString(), "", 0, isGiven, ""));
                plain.Clear();
            }
        }
    }

    private static string Name(Rune rune) => rune.Value switch { ' ' => "space", '\n' => "end of line", '\t' => "tab", _ => rune.ToString() };
}
