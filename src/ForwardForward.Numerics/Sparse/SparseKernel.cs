using System.Runtime.CompilerServices;
using ForwardForward.Numerics.Gemm.Kernels;

namespace ForwardForward.Numerics.Sparse;

/// <summary>
/// One row of a product whose left operand is given by its non-zeros: up to eight vectors of the result stay in registers while the
/// non-zeros are walked in their order. Leaving a zero out changes nothing: <c>0 b + c = c</c> for finite b, and -0 is made +0 at the end.
/// </summary>
internal static unsafe class SparseKernel<T, TOperations>
    where T : struct
    where TOperations : struct, IVectorOperations<T>
{
    /// <summary>All rows of a job, for the columns from <paramref name="column"/> on.</summary>
    public static void Run<TRows, TTile>(in TRows rows, float* b, nint panelStride, int column, int columns)
        where TRows : struct, ISparseRows<TTile>
        where TTile : struct, ITile
    {
        switch ((columns + (2 * TOperations.Width) - 1) / (2 * TOperations.Width))
        {
            case 1:
                WalkAll<Count1, TRows, TTile>(rows, b, panelStride, column);
                break;
            case 2:
                WalkAll<Count2, TRows, TTile>(rows, b, panelStride, column);
                break;
            case 3:
                WalkAll<Count3, TRows, TTile>(rows, b, panelStride, column);
                break;
            default:
                WalkAll<Count4, TRows, TTile>(rows, b, panelStride, column);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WalkAll<TPairs, TRows, TTile>(in TRows rows, float* b, nint panelStride, int column)
        where TPairs : struct, ICount
        where TRows : struct, ISparseRows<TTile>
        where TTile : struct, ITile
    {
        for (var row = rows.First; row < rows.End; row++)
        {
            rows.Ahead<T, TOperations>(row, column, TPairs.Value);
            var entries = rows.Entries(row, out var count);
            Walk<TPairs, TTile>(entries, count, b, panelStride, rows.Tile(row, column));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Walk<TPairs, TTile>(Entry* entries, int count, float* b, nint panelStride, in TTile tile)
        where TPairs : struct, ICount
        where TTile : struct, ITile
    {
        var b0 = b;
        var b1 = At(b, panelStride, 1);
        var b2 = At(b, panelStride, 2);
        var b3 = At(b, panelStride, 3);
        var c0 = tile.Start<T, TOperations>(0, 0);
        var c1 = tile.Start<T, TOperations>(0, 1);
        var c2 = TPairs.Value > 1 ? tile.Start<T, TOperations>(0, 2) : default;
        var c3 = TPairs.Value > 1 ? tile.Start<T, TOperations>(0, 3) : default;
        var c4 = TPairs.Value > 2 ? tile.Start<T, TOperations>(0, 4) : default;
        var c5 = TPairs.Value > 2 ? tile.Start<T, TOperations>(0, 5) : default;
        var c6 = TPairs.Value > 3 ? tile.Start<T, TOperations>(0, 6) : default;
        var c7 = TPairs.Value > 3 ? tile.Start<T, TOperations>(0, 7) : default;
        for (var end = entries + count; entries < end; entries++)
        {
            var x = TOperations.Broadcast(entries->Value);
            nint offset = entries->Offset;
            c0 = TOperations.MultiplyAdd(x, TOperations.Load(b0 + offset), c0);
            c1 = TOperations.MultiplyAdd(x, TOperations.Load(b0 + offset + TOperations.Width), c1);

            if (TPairs.Value > 1)
            {
                c2 = TOperations.MultiplyAdd(x, TOperations.Load(b1 + offset), c2);
                c3 = TOperations.MultiplyAdd(x, TOperations.Load(b1 + offset + TOperations.Width), c3);
            }

            if (TPairs.Value > 2)
            {
                c4 = TOperations.MultiplyAdd(x, TOperations.Load(b2 + offset), c4);
                c5 = TOperations.MultiplyAdd(x, TOperations.Load(b2 + offset + TOperations.Width), c5);
            }

            if (TPairs.Value > 3)
            {
                c6 = TOperations.MultiplyAdd(x, TOperations.Load(b3 + offset), c6);
                c7 = TOperations.MultiplyAdd(x, TOperations.Load(b3 + offset + TOperations.Width), c7);
            }
        }

        Finish<TPairs, TTile>(0, c0, c1, tile);
        Finish<TPairs, TTile>(1, c2, c3, tile);
        Finish<TPairs, TTile>(2, c4, c5, tile);
        Finish<TPairs, TTile>(3, c6, c7, tile);
    }

    /// <summary>Start of a pair of vectors, which lies in the first panel or in one of the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float* At(float* b, nint panelStride, int pair)
    {
        var column = 2 * pair * TOperations.Width;
        return b + (column / Panel.Width * panelStride) + (column % Panel.Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish<TPairs, TTile>(int pair, T first, T second, in TTile tile)
        where TPairs : struct, ICount
        where TTile : struct, ITile
    {
        if (TPairs.Value > pair)
        {
            tile.Finish<T, TOperations>(0, 2 * pair, first);
            tile.Finish<T, TOperations>(0, (2 * pair) + 1, second);
        }
    }
}
