using System.Numerics;

namespace ForwardForward.Imaging.Pen;

/// <summary>
/// Draws polylines with a round pen into a small grey picture: ink = clamp((radius - distance) / softness + 1/2, 0, 1), where distance
/// is that of the pixel's centre to the nearest piece of line.
/// </summary>
public sealed class PenRaster(int size)
{
    /// <summary>Width in pixels of the grey edge: that of averaging over one pixel, so ink that ends between two pixels leaves the outer one white.</summary>
    public const float Softness = 1;

    private readonly float[] _squaredDistances = new float[size * size];

    /// <summary>Clears the picture.</summary>
    public void Clear() => Array.Fill(_squaredDistances, float.PositiveInfinity);

    /// <summary>Adds a line of points in pixels (0 is the left edge of the first pixel); one point makes a dot.</summary>
    public void Add(ReadOnlySpan<Vector2> polyline, float radius)
    {
        var reach = radius + (Softness / 2);
        for (var i = 0; i < polyline.Length; i++)
        {
            AddPiece(polyline[Math.Max(0, i - 1)], polyline[i], reach);
        }
    }

    /// <summary>Writes the ink, <c>[size * size]</c>, 0 to 255.</summary>
    public void CopyTo(float radius, Span<byte> ink)
    {
        for (var i = 0; i < _squaredDistances.Length; i++)
        {
            var share = ((radius - MathF.Sqrt(_squaredDistances[i])) / Softness) + 0.5f;
            ink[i] = (byte)((255 * Math.Clamp(share, 0, 1)) + 0.5f);
        }
    }

    private void AddPiece(Vector2 from, Vector2 to, float reach)
    {
        var (least, most) = (Vector2.Min(from, to), Vector2.Max(from, to));
        var (left, right) = (Bound(least.X - reach), Bound(most.X + reach));
        var (top, bottom) = (Bound(least.Y - reach), Bound(most.Y + reach));
        var along = to - from;
        var inverse = 1 / Math.Max(along.LengthSquared(), 1e-12f);
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                var offset = new Vector2(x + 0.5f, y + 0.5f) - from;
                var nearest = along * Math.Clamp(Vector2.Dot(offset, along) * inverse, 0, 1);
                ref var best = ref _squaredDistances[(y * size) + x];
                best = Math.Min(best, (offset - nearest).LengthSquared());
            }
        }
    }

    private int Bound(float position) => Math.Clamp((int)MathF.Floor(position), 0, size - 1);
}
