using ForwardForward.Learning.Readings;
using ForwardForward.Web.Endpoints.Requests;

namespace ForwardForward.Web.Endpoints.Contracts;

/// <summary>What a layer does on a batch.</summary>
/// <param name="Step">Step of the snapshot; null for the newest state.</param>
/// <param name="Layer">Layer, from 0.</param>
/// <param name="PositiveGoodness">Goodness of every positive row; empty for a layer without goodness.</param>
/// <param name="NegativeGoodness">Goodness of every negative row.</param>
/// <param name="ActiveShare">Share of non-zero activities, in [0, 1].</param>
/// <param name="DeadUnits">Units that no row activated.</param>
/// <param name="AlwaysOnUnits">Units that every row activated.</param>
/// <param name="WeightRms">Root mean square of the weights.</param>
public sealed record LayerStatisticsAnswer(
    long? Step, int Layer, float?[] PositiveGoodness, float?[] NegativeGoodness, double? ActiveShare, int DeadUnits, int AlwaysOnUnits, double? WeightRms)
{
    /// <summary>Statistics as an answer.</summary>
    public static LayerStatisticsAnswer From(long? step, int layer, LayerStatistics statistics) => new(
        step, layer, Finite.OrNull(statistics.PositiveGoodness), Finite.OrNull(statistics.NegativeGoodness),
        Finite.OrNull(statistics.ActiveShare), statistics.DeadUnits, statistics.AlwaysOnUnits, Finite.OrNull(statistics.WeightRms));
}
