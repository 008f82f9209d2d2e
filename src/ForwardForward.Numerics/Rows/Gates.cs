using System.Numerics;
using System.Runtime.InteropServices;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Numerics.Rows;

/// <summary>Where derivatives go through, decided value by value without a branch: what is decided is as good as random, and processors guess badly.</summary>
public static class Gates
{
    /// <summary>The rectifier's derivative, in place: <c>dy_i = y_i > 0 ? dy_i : 0</c>; 0 where y is NaN.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Rectify(ReadOnlySpan<float> y, Span<float> dy)
    {
        Shapes.CheckLength(dy.Length == y.Length, nameof(dy), dy.Length, y.Length);
        var activities = MemoryMarshal.Cast<float, Vector<float>>(y);
        var derivatives = MemoryMarshal.Cast<float, Vector<float>>(dy);
        for (var i = 0; i < derivatives.Length; i++)
        {
            derivatives[i] = Vector.ConditionalSelect(Vector.GreaterThan(activities[i], Vector<float>.Zero), derivatives[i], Vector<float>.Zero);
        }

        for (var i = derivatives.Length * Vector<float>.Count; i < dy.Length; i++)
        {
            dy[i] = y[i] > 0 ? dy[i] : 0;
        }
    }

    /// <summary>
    /// The derivative of the largest of four: it goes to the first of them that is the largest, the others get 0; to the last where none is,
    /// as NaN is not. All spans have one length.
    /// </summary>
    /// <param name="largest">The largest of the four, value by value.</param>
    /// <param name="derivative">Its derivative.</param>
    /// <param name="a">The first of the four; b, c and d follow.</param>
    /// <param name="b">The second.</param>
    /// <param name="c">The third.</param>
    /// <param name="da">Destination for the first; db, dc and dd follow.</param>
    /// <param name="db">Destination for the second.</param>
    /// <param name="dc">Destination for the third.</param>
    /// <param name="dd">Destination for the last.</param>
    public static void RouteToLargest(
        ReadOnlySpan<float> largest, ReadOnlySpan<float> derivative, ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c,
        Span<float> da, Span<float> db, Span<float> dc, Span<float> dd)
    {
        var i = 0;
        for (; i <= largest.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var value = new Vector<float>(largest[i..]);
            var slope = new Vector<float>(derivative[i..]);
            var rest = slope;
            Give(value, new Vector<float>(a[i..]), ref rest).CopyTo(da[i..]);
            Give(value, new Vector<float>(b[i..]), ref rest).CopyTo(db[i..]);
            Give(value, new Vector<float>(c[i..]), ref rest).CopyTo(dc[i..]);
            rest.CopyTo(dd[i..]);
        }

        for (; i < largest.Length; i++)
        {
            var (first, second, third) = (a[i] == largest[i], b[i] == largest[i], c[i] == largest[i]);
            da[i] = first ? derivative[i] : 0;
            db[i] = !first && second ? derivative[i] : 0;
            dc[i] = !first && !second && third ? derivative[i] : 0;
            dd[i] = !first && !second && !third ? derivative[i] : 0;
        }
    }

    // What is given away is no longer there for those that follow.
    private static Vector<float> Give(Vector<float> largest, Vector<float> candidate, ref Vector<float> rest)
    {
        var wins = Vector.Equals(candidate, largest);
        var given = Vector.ConditionalSelect(wins, rest, Vector<float>.Zero);
        rest = Vector.ConditionalSelect(wins, Vector<float>.Zero, rest);
        return given;
    }
}
