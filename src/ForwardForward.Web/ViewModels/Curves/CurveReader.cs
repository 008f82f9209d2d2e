using System.Buffers.Binary;

namespace ForwardForward.Web.ViewModels.Curves;

/// <summary>A line of a chart.</summary>
/// <param name="Name">Name of the metric.</param>
/// <param name="Scale">Factor on its values, such as one over the number of units.</param>
public sealed record CurveLine(string Name, double Scale = 1);

/// <summary>
/// Remembers how much of some curves a chart has already got, and packs the rest: for each line the index from which on its points are
/// replaced (int32), how many follow (int32), then of each its epoch, step, seconds, mean, lowest and highest value (float32), all
/// little-endian.
/// </summary>
/// <param name="lines">The lines of the chart, in its order.</param>
public sealed class CurveReader(IReadOnlyList<CurveLine> lines)
{
    /// <summary>Bytes of a point.</summary>
    public const int BytesPerPoint = 24;

    private readonly (int Revision, int Count, long Points)[] _seen = new (int, int, long)[lines.Count];

    /// <summary>The lines of the chart.</summary>
    public IReadOnlyList<CurveLine> Lines => lines;

    internal byte[]? Take(IReadOnlyDictionary<string, Curve> curves)
    {
        var parts = lines.Select((line, i) => Part(curves.GetValueOrDefault(line.Name), _seen[i])).ToArray();
        if (parts.All(part => part.Count == 0))
        {
            return null;
        }

        var bytes = new byte[parts.Sum(part => 8 + (BytesPerPoint * part.Count))];
        var at = bytes.AsSpan();
        for (var i = 0; i < lines.Count; i++)
        {
            var (from, count) = parts[i];
            BinaryPrimitives.WriteInt32LittleEndian(at, from);
            BinaryPrimitives.WriteInt32LittleEndian(at[4..], count);
            at = at[8..];
            if (curves.GetValueOrDefault(lines[i].Name) is not { } curve)
            {
                continue;
            }

            for (var k = from; k < from + count; k++, at = at[BytesPerPoint..])
            {
                Write(at, curve[k], lines[i].Scale);
            }

            _seen[i] = (curve.Revision, curve.Count, curve.Points);
        }

        return bytes;
    }

    private static void Write(Span<byte> at, Bucket bucket, double scale)
    {
        ReadOnlySpan<double> values = [bucket.X, bucket.Step, bucket.Seconds, bucket.Mean * scale, bucket.Low * scale, bucket.High * scale];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(at[(4 * i)..], (float)values[i]);
        }
    }

    private static (int From, int Count) Part(Curve? curve, (int Revision, int Count, long Points) seen)
    {
        if (curve is null || curve.Points == seen.Points)
        {
            return (seen.Count, 0);
        }

        // The last bucket that was sent may have grown since.
        var from = curve.Revision == seen.Revision ? Math.Max(0, seen.Count - 1) : 0;
        return (from, curve.Count - from);
    }
}
