using ForwardForward.Frames;

namespace ForwardForward.Learning.Batches;

/// <summary>Moves the pixels of an image.</summary>
internal static class ImageShift
{
    /// <summary>
    /// <c>destination[y, x] = source[y - down, x - right]</c>, and background (0) where that lies outside: <c>[height, width, channels]</c>.
    /// </summary>
    public static void Copy(ReadOnlySpan<byte> source, ImageShape shape, int right, int down, Span<byte> destination)
    {
        destination.Clear();
        var kept = (shape.Width - Math.Abs(right)) * shape.Channels;
        for (var row = Math.Max(0, down); row < Math.Min(shape.Height, shape.Height + down) && kept > 0; row++)
        {
            source.Slice(shape.At(row - down, Math.Max(0, -right)), kept).CopyTo(destination[shape.At(row, Math.Max(0, right))..]);
        }
    }
}
