using ForwardForward.Numerics.Gemm.Kernels;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Gemm.Jobs;

/// <summary>The gradient <c>a b</c> over packed operands, tile by tile straight into velocity and weights. The inner index is never cut.</summary>
internal unsafe struct UpdateJob : IPieceJob
{
    public IGemmKernel Kernel;
    public TileGrid Grid;
    public float* Left;
    public float* Right;
    public int Depth;
    public float* Constants;
    public WeightMatrix Velocity;
    public WeightMatrix Weights;

    public readonly void Run(int piece)
    {
        var (firstTile, endTile) = Grid.Tiles(piece);
        var (firstPanel, endPanel) = Grid.Panels(piece);
        for (var panel = firstPanel; panel < endPanel; panel++)
        {
            var columns = Panel.ColumnsOf(panel, Weights.Outputs);
            var right = Right + ((nint)panel * Panel.Width * Depth);
            for (var tile = firstTile; tile < endTile; tile++)
            {
                var input = tile * Kernel.TileRows;
                var offset = (panel * Weights.PanelStride) + ((nint)input * Panel.Width);
                var target = new UpdateTile(Velocity.Data + offset, Weights.Data + offset, Weights.PanelStride, Constants);
                Kernel.Update(Left + ((nint)input * Depth), right, Depth, Grid.RowsOf(tile), columns, target);
            }
        }
    }
}
