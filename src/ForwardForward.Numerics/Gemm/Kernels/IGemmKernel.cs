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

    /// <summary>Uses <c>a b</c> up as a gradient; sizes as in <see cref="Multiply"/>.</summary>
    void Update(float* a, float* b, int depth, int rows, int columns, in UpdateTile tile);
}
