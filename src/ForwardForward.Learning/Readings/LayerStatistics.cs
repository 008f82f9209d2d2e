namespace ForwardForward.Learning.Readings;

/// <summary>One layer on the last batch.</summary>
/// <param name="PositiveGoodness">Goodness of every positive row, <c>[batch]</c>; empty for a layer without goodness.</param>
/// <param name="NegativeGoodness">The same for negative rows.</param>
/// <param name="ActiveShare">Share of non-zero activities, in [0, 1].</param>
/// <param name="DeadUnits">Units that no row of the batch activated.</param>
/// <param name="AlwaysOnUnits">Units that every row of the batch activated.</param>
/// <param name="WeightRms">Root mean square of the layer's weights.</param>
public sealed record LayerStatistics(
    float[] PositiveGoodness, float[] NegativeGoodness, float ActiveShare, int DeadUnits, int AlwaysOnUnits, float WeightRms);
