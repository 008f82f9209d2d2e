using ForwardForward.Runs;

namespace ForwardForward.Web.ViewModels.Pictures;

/// <summary>
/// Receptive fields blurred for the eye: what a unit has learnt lies on neighbouring pixels together, while the random weights it began
/// with differ from pixel to pixel and cancel out. Label pixels are neither changed nor mixed in.
/// </summary>
public static class FieldSmoothing
{
    private static readonly float[] Kernel = [1f / 16, 4f / 16, 6f / 16, 4f / 16, 1f / 16];

    /// <summary>The fields, blurred with [1, 4, 6, 4, 1] / 16 in both directions; beyond the edge there is nothing.</summary>
    public static ReceptiveFields Of(ReceptiveFields fields)
    {
        var (width, height) = (fields.FieldWidth, fields.FieldHeight);
        var size = width * height;
        var smooth = new float[fields.Fields.Length];
        var (source, rows) = (new float[size], new float[size]);
        for (var start = 0; size > 0 && start + size <= smooth.Length; start += size)
        {
            var labels = Math.Clamp(fields.LabelPixels, 0, size);
            fields.Fields.AsSpan(start, size).CopyTo(source);
            source.AsSpan(0, labels).Clear();
            Blur(source, rows, width, height, 1, width);
            Blur(rows, source, height, width, width, 1);
            source.CopyTo(smooth.AsSpan(start, size));
            fields.Fields.AsSpan(start, labels).CopyTo(smooth.AsSpan(start, labels));
        }

        return fields with { Fields = smooth };
    }

    private static void Blur(float[] source, float[] destination, int length, int lines, int along, int across)
    {
        for (var line = 0; line < lines; line++)
        {
            for (var i = 0; i < length; i++)
            {
                var sum = 0f;
                for (var k = Math.Max(0, 2 - i); k < Math.Min(5, length + 2 - i); k++)
                {
                    sum += Kernel[k] * source[(line * across) + ((i + k - 2) * along)];
                }

                destination[(line * across) + (i * along)] = sum;
            }
        }
    }
}
