using ForwardForward.Data;
using ForwardForward.Frames;
using ForwardForward.Learning.Readings;

namespace ForwardForward.Runs.Snapshots;

/// <summary>What a snapshot kept, as the frames that its readings would have given then.</summary>
internal static class PastFrames
{
    /// <summary>A frame of the past; null when the snapshot has nothing of it, as before the first step.</summary>
    /// <param name="moment">The snapshot.</param>
    /// <param name="run">Its run.</param>
    /// <param name="info">The reading.</param>
    /// <param name="query">What is asked of it; it fits the reading.</param>
    /// <exception cref="RunRequestException">Units are asked for that snapshots do not keep.</exception>
    public static Frame? Of(Moment moment, RunSnapshot run, ReadingInfo info, ReadingQuery query) => info.Name switch
    {
        ReceptiveFieldReading.Name => Fields(moment, run, query),
        ExampleReading.Name => Examples(moment, run, query),
        GoodnessReading.Name => Goodness(moment, run, query.Layer ?? 0),
        LayerStatisticsReading.Name => Statistics(moment, run),
        _ => null,
    };

    private static ImageFrame? Fields(Moment moment, RunSnapshot run, ReadingQuery query)
    {
        var layer = query.Layer ?? 0;
        if (layer >= moment.Fields.Count || layer >= run.Layers.Count || moment.Fields[layer] is not { Fields.Length: > 0 } kept)
        {
            return null;
        }

        var size = kept.FieldSize;
        var units = kept.Fields.Length / size;
        var together = run.Layers[layer].Grid?.Locations ?? 1;
        var first = query.First - (query.First % together);
        if (first >= units)
        {
            throw new RunRequestException($"Snapshots keep units 0 to {units - 1} of layer {layer}; asked for unit {query.First}.");
        }

        var count = Math.Min(Math.Max(1, (query.Count ?? units) / together) * together, units - first);
        return ReceptiveFieldReading.FrameOf(moment.Step, run.Layers[layer], first, kept.Fields[(first * size)..((first + count) * size)]);
    }

    private static GroupFrame? Examples(Moment moment, RunSnapshot run, ReadingQuery query)
    {
        ExamplePair[] pairs = [.. moment.Examples.Pairs.Skip(query.First).Take(query.Count ?? int.MaxValue)];
        return pairs.Length == 0 ? null : ExampleReading.FrameOf(moment.Step, pairs, Classes(run), query.First);
    }

    private static HistogramFrame? Goodness(Moment moment, RunSnapshot run, int layer) =>
        layer < run.Layers.Count && moment.Layers.ElementAtOrDefault(layer) is { } kept ? GoodnessReading.FrameOf(moment.Step, run.Layers[layer], kept) : null;

    private static GridFrame? Statistics(Moment moment, RunSnapshot run) =>
        moment.Layers.Count == run.Layers.Count && moment.Layers.All(layer => layer is not null)
            ? LayerStatisticsReading.FrameOf(moment.Step, run.Layers, [.. moment.Layers.Select(layer => layer!)])
            : null;

    private static IReadOnlyList<string> Classes(RunSnapshot run) =>
        DataSources.Images.TryGet(run.Recipe.DataSet, out var source) ? source.Describe().Classes : [];
}
