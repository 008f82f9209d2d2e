using System.Globalization;
using System.Text;

namespace ForwardForward.Cli.Classifying;

/// <summary>A verdict for people: the picture, then a bar for every label.</summary>
internal static class ClassifyText
{
    private const int Side = 28;
    private const int BarLength = 30;
    private const string Inks = " .:-=+*#%@";

    /// <summary>The verdict as lines of text.</summary>
    public static string Of(PicturePrediction answer)
    {
        var text = new StringBuilder();
        for (var row = 0; row < Side; row += 2)
        {
            // Two rows of pixels a line: letters are about twice as high as wide.
            for (var column = 0; column < Side; column++)
            {
                var ink = (answer.Image[(row * Side) + column] + answer.Image[((row + 1) * Side) + column]) / 2;
                text.Append(Inks[ink * (Inks.Length - 1) / byte.MaxValue]);
            }

            text.AppendLine();
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"label {answer.Label}");
        for (var label = 0; label < Math.Max(answer.Goodness.Length, answer.Softmax.Length); label++)
        {
            text.AppendLine(Line(answer, label));
        }

        return text.ToString().TrimEnd();
    }

    private static string Line(PicturePrediction answer, int label)
    {
        var line = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{label}");
        if (answer.Goodness.Length > 0)
        {
            line.Append(CultureInfo.InvariantCulture, $"  goodness {answer.Goodness[label],10:0.0} {Bar(answer.Goodness, label)}");
        }

        if (answer.Softmax.Length > 0)
        {
            line.Append(CultureInfo.InvariantCulture, $"  softmax {answer.Softmax[label] * 100,6:0.00} %");
        }

        return line.ToString();
    }

    // Goodness of all labels is large and close together: what tells them apart is the distance to the least.
    private static string Bar(float[] values, int label)
    {
        var least = values.Min();
        var range = values.Max() - least;
        var length = range > 0 ? (int)Math.Round(BarLength * (values[label] - least) / range) : 0;
        return new string('█', length).PadRight(BarLength);
    }
}
