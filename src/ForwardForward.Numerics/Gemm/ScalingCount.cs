using ForwardForward.Numerics.Gemm.Jobs;
using ForwardForward.Numerics.Gemm.Kernels;

namespace ForwardForward.Numerics.Gemm;

/// <summary>
/// How the work of a product spreads over threads, by counting: the same cut into pieces as the products make, handed out in order to
/// whichever thread has least to do. It needs no machine with so many cores, and depends on no clock.
/// </summary>
public static class ScalingCount
{
    /// <summary>Numbers of threads that are counted.</summary>
    public static IReadOnlyList<int> Threads { get; } = [1, 2, 4, 8, 16, 32, 64];

    /// <summary>Counts <c>y = x w</c> for <c>[m, k] [k, n]</c>.</summary>
    public static ScalingRow Forward(int m, int k, int n, int threads) =>
        Count("forward", DenseProducts.ForwardGrid(m, n, KernelCatalog.Default, threads), m, k, n, threads, isPanels: false);

    /// <summary>Counts the update of <c>w [k, n]</c> from <c>x [m, k]</c> and <c>dz [m, n]</c>: results are weights and velocity, read and written.</summary>
    public static ScalingRow Update(int m, int k, int n, int threads) =>
        Count("update", DenseProducts.UpdateGrid(k, n, m, KernelCatalog.Default, threads), k, m, n, threads, isPanels: true);

    private static ScalingRow Count(string product, TileGrid grid, int rows, int depth, int columns, int threads, bool isPanels)
    {
        var tiles = new int[threads];
        var left = Sets(threads);
        var right = Sets(threads);
        for (var piece = 0; piece < grid.Pieces; piece++)
        {
            var thread = Array.IndexOf(tiles, tiles.Min());
            var (firstTile, endTile) = grid.Tiles(piece);
            var (firstPanel, endPanel) = grid.Panels(piece);
            tiles[thread] += (endTile - firstTile) * (endPanel - firstPanel);
            left[thread].UnionWith(Enumerable.Range(firstTile, endTile - firstTile));
            right[thread].UnionWith(Enumerable.Range(firstPanel, endPanel - firstPanel));
        }

        var tileRows = KernelCatalog.Default.TileRows;
        var busiest = Array.IndexOf(tiles, tiles.Max());
        var bytes = sizeof(float) * (((long)left[busiest].Count * tileRows * depth) + ((long)right[busiest].Count * Panel.Width * depth));
        return new ScalingRow(
            product,
            rows,
            depth,
            columns,
            threads,
            grid.Pieces,
            tiles.Max(),
            tiles.Average(),
            bytes + ((long)tiles[busiest] * tileRows * Panel.Width * sizeof(float)),
            isPanels ? 0 : SharedLines(grid, rows, columns));
    }

    /// <summary>Lines of the result that two pieces side by side write to: those in which a row goes on from one piece's panels to the next one's.</summary>
    private static long SharedLines(TileGrid grid, int rows, int columns)
    {
        const int LineFloats = 16;
        var borders = Enumerable.Range(0, grid.Pieces).Select(piece => grid.Panels(piece).First * Panel.Width).Where(column => column > 0).Distinct();
        return borders.Sum(column => Enumerable.Range(0, rows).Count(row => (((long)row * columns) + column) % LineFloats != 0));
    }

    private static HashSet<int>[] Sets(int count) => [.. Enumerable.Range(0, count).Select(_ => new HashSet<int>())];
}
