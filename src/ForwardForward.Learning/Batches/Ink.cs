namespace ForwardForward.Learning.Batches;

/// <summary>Bytes of an image as shares of full ink, or of full light, whatever channel they belong to.</summary>
internal static class Ink
{
    private static readonly float[] Shares = [.. Enumerable.Range(0, 256).Select(value => value / 255f)];

    /// <summary><c>destination[i] = source[i] / 255</c>, in [0, 1].</summary>
    public static void ToShares(ReadOnlySpan<byte> source, Span<float> destination)
    {
        destination = destination[..source.Length];
        for (var i = 0; i < source.Length; i++)
        {
            destination[i] = Shares[source[i]];
        }
    }
}
