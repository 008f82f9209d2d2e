using System.Buffers.Binary;
using ForwardForward.Imaging;

namespace ForwardForward.Web.ViewModels.Drawing;

/// <summary>
/// Strokes as the drawing pad sends them: for each stroke the number of points (uint16), then x and y of each (uint16 each, 0 to 65535
/// across the pad), little-endian. Small enough for a message while somebody draws.
/// </summary>
public static class StrokeCodec
{
    /// <summary>The largest drawing that is read.</summary>
    public const int MaxBytes = 28 * 1024;

    /// <summary>Units across the pad in what is read.</summary>
    public const float Span = 280;

    /// <summary>Reads a drawing; strokes without points are left out.</summary>
    /// <exception cref="FormatException">It is too large or ends in the middle of a stroke.</exception>
    public static IReadOnlyList<IReadOnlyList<PointF>> Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            throw new FormatException($"A drawing has at most {MaxBytes} bytes; got {bytes.Length}.");
        }

        var strokes = new List<IReadOnlyList<PointF>>();
        while (!bytes.IsEmpty)
        {
            var count = bytes.Length < 2 ? -1 : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
            if (count < 0 || bytes.Length < 2 + (4 * count))
            {
                throw new FormatException($"A drawing ends in the middle of stroke {strokes.Count + 1}.");
            }

            if (count > 0)
            {
                strokes.Add(Points(bytes.Slice(2, 4 * count)));
            }

            bytes = bytes[(2 + (4 * count))..];
        }

        return strokes;
    }

    private static PointF[] Points(ReadOnlySpan<byte> bytes)
    {
        var points = new PointF[bytes.Length / 4];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = new PointF(Coordinate(bytes[(4 * i)..]), Coordinate(bytes[((4 * i) + 2)..]));
        }

        return points;
    }

    private static float Coordinate(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes) * (Span / 65535f);
}
