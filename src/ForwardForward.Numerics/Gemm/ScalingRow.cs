namespace ForwardForward.Numerics.Gemm;

/// <summary>How one product spreads over threads.</summary>
/// <param name="Product">"forward" or "update".</param>
/// <param name="Rows">Rows of the result.</param>
/// <param name="Depth">Steps of the inner index.</param>
/// <param name="Columns">Columns of the result.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Pieces">Pieces that are handed out.</param>
/// <param name="MostTiles">Tiles of the busiest thread.</param>
/// <param name="MeanTiles">Tiles of a thread on average.</param>
/// <param name="BytesPerThread">Memory that the busiest thread touches: its part of both packed operands and of the result.</param>
/// <param name="SharedLines">Cache lines of the result that belong to two pieces.</param>
public sealed record ScalingRow(
    string Product, int Rows, int Depth, int Columns, int Threads, int Pieces, int MostTiles, double MeanTiles, long BytesPerThread, long SharedLines)
{
    /// <summary>By how much the busiest thread has more than the mean; 1 is perfect. The speed-up is threads over this.</summary>
    public double Imbalance => MostTiles / MeanTiles;
}
