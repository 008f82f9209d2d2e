using System.Runtime.CompilerServices;

namespace ForwardForward.Numerics.Gemm.Kernels;

/// <summary>
/// The inner loop of every dense product: a tile of up to 12 rows and two vectors stays in registers while the inner index runs.
/// Row and vector counts are type arguments, so each tile shape is compiled without branches.
/// </summary>
internal static unsafe class MicroKernel<T, TOperations>
    where T : struct
    where TOperations : struct, IVectorOperations<T>
{
    /// <summary>How far ahead the operands are asked for: they come from the second level, whose own prefetching stops at every page.</summary>
    private const int RightStepsAhead = 8;
    private const int LeftStepsAhead = 16;

    /// <summary><c>tile += a b</c> over <paramref name="depth"/> steps.</summary>
    /// <param name="a">Left operand, <see cref="IVectorOperations{T}.TileRows"/> floats a step.</param>
    /// <param name="b">Right operand, <see cref="Panel.Width"/> floats a step.</param>
    /// <param name="depth">Steps of the inner index.</param>
    /// <param name="given">Where the tile starts from and goes to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TRows, TVectors, TTile>(float* a, float* b, nint depth, in TTile given)
        where TRows : struct, ICount
        where TVectors : struct, ICount
        where TTile : struct, ITile
    {
        // A copy of its own, which the compiler can keep in registers.
        var tile = given;
        var c0 = tile.Start<T, TOperations>(0, 0);
        var d0 = TVectors.Value > 1 ? tile.Start<T, TOperations>(0, 1) : default;
        var c1 = TRows.Value > 1 ? tile.Start<T, TOperations>(1, 0) : default;
        var d1 = TRows.Value > 1 && TVectors.Value > 1 ? tile.Start<T, TOperations>(1, 1) : default;
        var c2 = TRows.Value > 2 ? tile.Start<T, TOperations>(2, 0) : default;
        var d2 = TRows.Value > 2 && TVectors.Value > 1 ? tile.Start<T, TOperations>(2, 1) : default;
        var c3 = TRows.Value > 3 ? tile.Start<T, TOperations>(3, 0) : default;
        var d3 = TRows.Value > 3 && TVectors.Value > 1 ? tile.Start<T, TOperations>(3, 1) : default;
        var c4 = TRows.Value > 4 ? tile.Start<T, TOperations>(4, 0) : default;
        var d4 = TRows.Value > 4 && TVectors.Value > 1 ? tile.Start<T, TOperations>(4, 1) : default;
        var c5 = TRows.Value > 5 ? tile.Start<T, TOperations>(5, 0) : default;
        var d5 = TRows.Value > 5 && TVectors.Value > 1 ? tile.Start<T, TOperations>(5, 1) : default;
        var c6 = TRows.Value > 6 ? tile.Start<T, TOperations>(6, 0) : default;
        var d6 = TRows.Value > 6 && TVectors.Value > 1 ? tile.Start<T, TOperations>(6, 1) : default;
        var c7 = TRows.Value > 7 ? tile.Start<T, TOperations>(7, 0) : default;
        var d7 = TRows.Value > 7 && TVectors.Value > 1 ? tile.Start<T, TOperations>(7, 1) : default;
        var c8 = TRows.Value > 8 ? tile.Start<T, TOperations>(8, 0) : default;
        var d8 = TRows.Value > 8 && TVectors.Value > 1 ? tile.Start<T, TOperations>(8, 1) : default;
        var c9 = TRows.Value > 9 ? tile.Start<T, TOperations>(9, 0) : default;
        var d9 = TRows.Value > 9 && TVectors.Value > 1 ? tile.Start<T, TOperations>(9, 1) : default;
        var c10 = TRows.Value > 10 ? tile.Start<T, TOperations>(10, 0) : default;
        var d10 = TRows.Value > 10 && TVectors.Value > 1 ? tile.Start<T, TOperations>(10, 1) : default;
        var c11 = TRows.Value > 11 ? tile.Start<T, TOperations>(11, 0) : default;
        var d11 = TRows.Value > 11 && TVectors.Value > 1 ? tile.Start<T, TOperations>(11, 1) : default;
        for (nint group = 0; depth > 0; group++)
        {
            tile.Ahead<T, TOperations>(group);
            var steps = Math.Min(depth, PrefetchPlan.GroupSteps);
            depth -= steps;
            for (; steps > 0; steps--)
            {
                Prefetching.Near<T, TOperations>(b + (RightStepsAhead * Panel.Width));
                Prefetching.Near(a + (LeftStepsAhead * TOperations.TileRows));
                var left = TOperations.Load(b);
                var right = TVectors.Value > 1 ? TOperations.Load(b + TOperations.Width) : default;
                var x0 = TOperations.Broadcast(a[0]);
                c0 = TOperations.MultiplyAdd(x0, left, c0);
                d0 = TVectors.Value > 1 ? TOperations.MultiplyAdd(x0, right, d0) : d0;

                if (TRows.Value > 1)
                {
                    var x1 = TOperations.Broadcast(a[1]);
                    c1 = TOperations.MultiplyAdd(x1, left, c1);
                    d1 = TVectors.Value > 1 ? TOperations.MultiplyAdd(x1, right, d1) : d1;
                }

                if (TRows.Value > 2)
                {
                    var x2 = TOperations.Broadcast(a[2]);
                    c2 = TOperations.MultiplyAdd(x2, left, c2);
                    d2 = TVectors.Value > 1 ? TOperations.MultiplyAdd(x2, right, d2) : d2;
                }

                if (TRows.Value > 3)
                {
                    var x3 = TOperations.Broadcast(a[3]);
                    c3 = TOperations.MultiplyAdd(x3, left, c3);
                    d3 = TVectors.Value > 1 ? TOperations.MultiplyAdd(x3, right, d3) : d3;
                }

                if (TRows.Value > 4)
                {
                    var x4 = TOperations.Broadcast(a[4]);
                    c4 = TOperations.MultiplyAdd(x4, left, c4);
                    d4 = TVectors.Value > 1 ? TOperations.MultiplyAdd(x4, right, d4) : d4;
                }

                if (TRows.Value > 5)
                {
                    var x5 = TOperations.Broadcast(a[5]);
                    c5 = TOperations.MultiplyAdd(x5, left, c5);
                    d5 = TVectors.Value > 1 ? TOperations.MultiplyAdd(x5, right, d5) : d5;
                }

                if (TRows.Value > 6)
                {
                    var x6 = TOperations.Broadcast(a[6]);
                    c6 = TOperations.MultiplyAdd(x6, left, c6);
                    d6 = TVectors.Value > 1 ? TOperations.MultiplyAdd(x6, right, d6) : d6;
                }

                if (TRows.Value > 7)
                {
                    var x7 = TOperations.Broadcast(a[7]);
                    c7 = TOperations.MultiplyAdd(x7, left, c7);
                    d7 = TVectors.Value > 1 ? TOperations.MultiplyAdd(x7, right, d7) : d7;
                }

                if (TRows.Value > 8)
                {
                    var x8 = TOperations.Broadcast(a[8]);
                    c8 = TOperations.MultiplyAdd(x8, left, c8);
                    d8 = TVectors.Value > 1 ? TOperations.MultiplyAdd(x8, right, d8) : d8;
                }

                if (TRows.Value > 9)
                {
                    var x9 = TOperations.Broadcast(a[9]);
                    c9 = TOperations.MultiplyAdd(x9, left, c9);
                    d9 = TVectors.Value > 1 ? TOperations.MultiplyAdd(x9, right, d9) : d9;
                }

                if (TRows.Value > 10)
                {
                    var x10 = TOperations.Broadcast(a[10]);
                    c10 = TOperations.MultiplyAdd(x10, left, c10);
                    d10 = TVectors.Value > 1 ? TOperations.MultiplyAdd(x10, right, d10) : d10;
                }

                if (TRows.Value > 11)
                {
                    var x11 = TOperations.Broadcast(a[11]);
                    c11 = TOperations.MultiplyAdd(x11, left, c11);
                    d11 = TVectors.Value > 1 ? TOperations.MultiplyAdd(x11, right, d11) : d11;
                }

                a += TOperations.TileRows;
                b += Panel.Width;
            }
        }

        Finish<TRows, TVectors, TTile>(0, c0, d0, tile);
        Finish<TRows, TVectors, TTile>(1, c1, d1, tile);
        Finish<TRows, TVectors, TTile>(2, c2, d2, tile);
        Finish<TRows, TVectors, TTile>(3, c3, d3, tile);
        Finish<TRows, TVectors, TTile>(4, c4, d4, tile);
        Finish<TRows, TVectors, TTile>(5, c5, d5, tile);
        Finish<TRows, TVectors, TTile>(6, c6, d6, tile);
        Finish<TRows, TVectors, TTile>(7, c7, d7, tile);
        Finish<TRows, TVectors, TTile>(8, c8, d8, tile);
        Finish<TRows, TVectors, TTile>(9, c9, d9, tile);
        Finish<TRows, TVectors, TTile>(10, c10, d10, tile);
        Finish<TRows, TVectors, TTile>(11, c11, d11, tile);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish<TRows, TVectors, TTile>(int row, T first, T second, in TTile tile)
        where TRows : struct, ICount
        where TVectors : struct, ICount
        where TTile : struct, ITile
    {
        if (TRows.Value > row)
        {
            tile.Finish<T, TOperations>(row, 0, first);
            if (TVectors.Value > 1)
            {
                tile.Finish<T, TOperations>(row, 1, second);
            }
        }
    }
}
