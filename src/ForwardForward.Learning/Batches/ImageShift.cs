namespace ForwardForward.Learning.Batches;

/// <summary>Moves the pixels of an image.</summary>
internal static class ImageShift
{
    /// <summary>
    /// <c>destination[y, x] = source[y - down, x - right]</c>, and background (0) where that lies outside: <c>[height * width]</c>.
    /// </summary>
    public static void Copy(ReadOnlySpan<byte> source, int width, int right, int down, Span<byte> destination)
    {
        destination.Clear();
        var height = source.Length / width;
        var kept = width - Math.Abs(right);
        for (var row = Math.Max(0, down); row < Math.Min(height, height + down) && kept > 0; row++)
        {
            source.Slice(((row - down) * width) + Math.Max(0, -right), kept).CopyTo(destination[((row * width) + Math.Max(0, right))..]);
        }
    }
}
