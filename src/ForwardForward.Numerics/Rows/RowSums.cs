using System.Numerics;
using System.Runtime.InteropServices;

namespace ForwardForward.Numerics.Rows;

/// <summary>Sums over one row, always in the same order: unlike a general-purpose sum they do not depend on where the row lies in memory.</summary>
internal static class RowSums
{
    /// <summary><c>sum_j x_j^2</c>; 0 for an empty row.</summary>
    public static float OfSquares(ReadOnlySpan<float> x)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(x);
        var (s0, s1, s2, s3) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        var i = 0;
        for (; i + 4 <= vectors.Length; i += 4)
        {
            s0 = Vector.MultiplyAddEstimate(vectors[i], vectors[i], s0);
            s1 = Vector.MultiplyAddEstimate(vectors[i + 1], vectors[i + 1], s1);
            s2 = Vector.MultiplyAddEstimate(vectors[i + 2], vectors[i + 2], s2);
            s3 = Vector.MultiplyAddEstimate(vectors[i + 3], vectors[i + 3], s3);
        }

        for (; i < vectors.Length; i++)
        {
            s0 = Vector.MultiplyAddEstimate(vectors[i], vectors[i], s0);
        }

        var sum = Vector.Sum((s0 + s1) + (s2 + s3));
        foreach (var value in x[(vectors.Length * Vector<float>.Count)..])
        {
            sum += value * value;
        }

        return sum;
    }
}
