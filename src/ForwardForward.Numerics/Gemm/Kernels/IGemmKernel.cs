using ForwardForward.Numerics.Sparse;

namespace ForwardForward.Numerics.Gemm.Kernels;

/// <summary>The inner loops of one vector width; see <see cref="KernelCatalog"/> for which one runs.</summary>
internal unsafe interface IGemmKernel
{
    /// <summary>What the environment variable calls it.</summary>
    string Name { get; }

    /// <summary>Whether this processor runs it at its speed.</summary>
    bool IsSupported { get; }

    /// <summary>Whether a multiply-add rounds once. Fused kernels agree bit for bit with one another.</summary>
    bool IsFused { get; }

    /// <summary>Floats in a vector.</summary>
    int Width { get; }

    /// <summary>Rows of a full tile, and floats a step of the packed left operand.</summary>
    int TileRows { get; }

    /// <summary>
    /// Stores <c>a b</c>: <c>[rows, depth] [depth, columns]</c>, rows at most <see cref="TileRows"/>, columns at most
    /// <see cref="Panel.Width"/>; the destination must have room for whole vectors.
    /// </summary>
    void Multiply(float* a, float* b, int depth, int rows, int columns, in ProductTile tile);

    /// <summary>The same where nothing is to be taken up or added; sizes as in <see cref="Multiply"/>.</summary>
    void Store(float* a, float* b, int depth, int rows, int columns, in StoreTile tile);

    /// <summary>Uses <c>a b</c> up as a gradient; sizes as in <see cref="Multiply"/>.</summary>
    void Update(float* a, float* b, int depth, int rows, int columns, in UpdateTile tile);

    /// <summary>Density below which the forward product is faster when it walks over the non-zeros of x; read off <c>bench sparse</c> (docs/benchmarks).</summary>
    double ForwardCrossover { get; }

    /// <summary>The same for the gradient.</summary>
    double GradientCrossover { get; }

    /// <summary>Batches of at most so many rows are walked row by row whatever their density: a tile would be nearly empty.</summary>
    int RowWalkRows { get; }

    /// <summary>
    /// Stores rows of a product whose left operand is <see cref="RowLists"/>, in one block of the inner index; columns must be pairs of
    /// vectors, and the destination must have room for them.
    /// </summary>
    void MultiplyLists(in RowLists lists, int block, int first, int end, float* b, nint panelStride, int columns, in ListTarget target);

    /// <summary>Columns that <see cref="MultiplySparse"/> keeps in registers.</summary>
    int SparseColumns { get; }

    /// <summary>
    /// Stores rows of a product whose left operand is given by its non-zeros; at most <see cref="SparseColumns"/> columns, which start at
    /// <paramref name="column"/> of the result and at <paramref name="b"/> and go on in the next panels. Results are written in pairs of
    /// vectors.
    /// </summary>
    void MultiplySparse(in ProductRows rows, float* b, nint panelStride, int column, int columns);

    /// <summary>Uses rows of such a product up as gradients; sizes as in <see cref="MultiplySparse"/>.</summary>
    void UpdateSparse(in UpdateRows rows, float* b, nint panelStride, int column, int columns);
}
