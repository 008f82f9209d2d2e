using ForwardForward.Numerics.Sparse;

namespace ForwardForward.Numerics.Gemm.Kernels;

/// <summary>The products of one vector width.</summary>
internal abstract unsafe class VectorKernel<T, TOperations> : IGemmKernel
    where T : struct
    where TOperations : struct, IVectorOperations<T>
{
    public abstract string Name { get; }

    public abstract bool IsSupported { get; }

    public abstract double ForwardCrossover { get; }

    public abstract double GradientCrossover { get; }

    public int RowWalkRows => 2;

    public bool IsFused => TOperations.IsFused;

    public int Width => TOperations.Width;

    public int TileRows => TOperations.TileRows;

    public void Multiply(float* a, float* b, int depth, int rows, int columns, in ProductTile tile) => Run(a, b, depth, rows, columns, tile);

    public void Store(float* a, float* b, int depth, int rows, int columns, in StoreTile tile) => Run(a, b, depth, rows, columns, tile);

    public void Update(float* a, float* b, int depth, int rows, int columns, in UpdateTile tile) => Run(a, b, depth, rows, columns, tile);

    public int SparseColumns => 8 * TOperations.Width;

    public void MultiplySparse(in ProductRows rows, float* b, nint panelStride, int column, int columns) =>
        SparseKernel<T, TOperations>.Run<ProductRows, ProductTile>(rows, b, panelStride, column, columns);

    public void MultiplyLists(in RowLists lists, int block, int first, int end, float* b, nint panelStride, int columns, in ListTarget target) =>
        ListKernel<T, TOperations>.Run(lists, block, first, end, b, panelStride, columns, target);

    public void UpdateSparse(in UpdateRows rows, float* b, nint panelStride, int column, int columns) =>
        SparseKernel<T, TOperations>.Run<UpdateRows, UpdateTile>(rows, b, panelStride, column, columns);

    private static void Run<TTile>(float* a, float* b, int depth, int rows, int columns, in TTile tile)
        where TTile : struct, ITile<TTile>
    {
        // A panel is wider than the tile of the narrow kernels: walk over it. Lanes beyond the last column are computed and dropped.
        for (var column = 0; column < columns; column += 2 * TOperations.Width)
        {
            if (columns - column > TOperations.Width)
            {
                Dispatch<Count2, TTile>(a, b + column, depth, rows, tile.At(column));
            }
            else
            {
                Dispatch<Count1, TTile>(a, b + column, depth, rows, tile.At(column));
            }
        }
    }

    private static void Dispatch<TVectors, TTile>(float* a, float* b, int depth, int rows, in TTile tile)
        where TVectors : struct, ICount
        where TTile : struct, ITile
    {
        switch (rows)
        {
            case 1:
                MicroKernel<T, TOperations>.Run<Count1, TVectors, TTile>(a, b, depth, tile);
                break;
            case 2:
                MicroKernel<T, TOperations>.Run<Count2, TVectors, TTile>(a, b, depth, tile);
                break;
            case 3:
                MicroKernel<T, TOperations>.Run<Count3, TVectors, TTile>(a, b, depth, tile);
                break;
            case 4:
                MicroKernel<T, TOperations>.Run<Count4, TVectors, TTile>(a, b, depth, tile);
                break;
            case 5:
                MicroKernel<T, TOperations>.Run<Count5, TVectors, TTile>(a, b, depth, tile);
                break;
            case 6:
                MicroKernel<T, TOperations>.Run<Count6, TVectors, TTile>(a, b, depth, tile);
                break;
            case 7:
                MicroKernel<T, TOperations>.Run<Count7, TVectors, TTile>(a, b, depth, tile);
                break;
            case 8:
                MicroKernel<T, TOperations>.Run<Count8, TVectors, TTile>(a, b, depth, tile);
                break;
            case 9:
                MicroKernel<T, TOperations>.Run<Count9, TVectors, TTile>(a, b, depth, tile);
                break;
            case 10:
                MicroKernel<T, TOperations>.Run<Count10, TVectors, TTile>(a, b, depth, tile);
                break;
            case 11:
                MicroKernel<T, TOperations>.Run<Count11, TVectors, TTile>(a, b, depth, tile);
                break;
            case 12:
                MicroKernel<T, TOperations>.Run<Count12, TVectors, TTile>(a, b, depth, tile);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(rows), rows, "A tile has 1 to 12 rows.");
        }
    }
}
