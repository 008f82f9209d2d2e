namespace ForwardForward.Imaging.Pen;

/// <summary>Centres ink the way MNIST's pictures are: moved by whole pixels, the centre of mass within half a pixel of (14, 14).</summary>
public static class MassCentre
{
    /// <summary>
    /// Copies <paramref name="ink"/> <c>[size * size]</c>, moved. Pixel (i, j) has its centre at (i, j), so 14 is half a pixel right of
    /// and below the middle of 28; so it is in MNIST.
    /// </summary>
    public static void Centre(ReadOnlySpan<byte> ink, Span<byte> centred, int size)
    {
        double mass = 0, x = 0, y = 0;
        for (var i = 0; i < ink.Length; i++)
        {
            mass += ink[i];
            x += (double)ink[i] * (i % size);
            y += (double)ink[i] * (i / size);
        }

        centred.Clear();
        if (mass == 0)
        {
            return;
        }

        var right = (int)Math.Round((size / 2) - (x / mass));
        var down = (int)Math.Round((size / 2) - (y / mass));
        for (var row = Math.Max(0, -down); row < Math.Min(size, size - down); row++)
        {
            var from = Math.Max(0, -right);
            var count = size - Math.Abs(right);
            ink.Slice((row * size) + from, count).CopyTo(centred.Slice(((row + down) * size) + from + right, count));
        }
    }
}
