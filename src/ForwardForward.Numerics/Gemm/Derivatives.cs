using ForwardForward.Numerics.Gemm.Jobs;
using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Gemm;

/// <summary>
/// The right operand of a gradient, packed: the rows of dz that are not zero, in their order, then the row of a rank-one term. Rows that
/// are zero (cases about which nothing is left to learn) cost nothing.
/// </summary>
internal sealed unsafe class Derivatives : IDisposable
{
    private readonly NativeBuffer _panels = new();

    /// <summary>The rows of dz that are not zero.</summary>
    public LiveRows Live { get; } = new();

    /// <summary>Steps of the inner index.</summary>
    public int Depth { get; private set; }

    /// <summary><c>[panels, depth, 32]</c>.</summary>
    public float* Panels => _panels.Data;

    /// <summary>Floats from one panel to the next.</summary>
    public nint PanelStride => (nint)Depth * Panel.Width;

    /// <summary>Packs dz <c>[batch, out]</c> and one more row <c>[out]</c>, if any.</summary>
    public void Pack(Workers workers, MatrixView dz, float* extra)
    {
        Live.Find(dz);
        Depth = Live.Count + (extra == null ? 0 : 1);
        var panels = Panel.CountFor(dz.Columns);
        _panels.Reserve((long)panels * Panel.Width * Depth);
        workers.Run(new RightRowsPacking(dz, Live.Rows, Live.Count, extra, _panels.Data), RightRowsPacking.Pieces(panels));
    }

    public void Dispose()
    {
        Live.Dispose();
        _panels.Dispose();
    }
}
