using ForwardForward.Runs;

namespace ForwardForward.Benchmarks.Live;

/// <summary>
/// What many viewers at once cost a run that trains at full speed: curves, 100 receptive fields and 10 examples at 4 frames a second each.
/// Promised for 20 of them: under 10 % of throughput, no memory that grows, and a viewer who stops reading is no burden. The viewers'
/// process shares this machine's cores at the lowest priority, so some of what they do themselves counts against us too; the server's own share stands beside it.
/// </summary>
internal sealed class ViewersBenchmark(LiveApplication application, int count, TextWriter output)
{
    private const double FramesPerSecond = 4;
    private const double Megabyte = 1 << 20;

    private IRunService Runs => application.Runs;

    /// <summary>Runs it; <paramref name="seconds"/> for each stretch with and without viewers. 0 when every promise holds, else 1.</summary>
    public static async Task<int> RunAsync(int count, int seconds, TextWriter output)
    {
        await using var application = await LiveApplication.StartAsync();
        return await new ViewersBenchmark(application, count, output).MeasureAsync(TimeSpan.FromSeconds(seconds)) ? 0 : 1;
    }

    private async Task<bool> MeasureAsync(TimeSpan stretch)
    {
        var run = await application.TrainAsync();
        await output.WriteLineAsync(FormattableString.Invariant($"ff-supervised-small, quick, {run.DataName}, {Environment.ProcessorCount} processors, {count} viewers"));
        var seen = new List<ViewerCounts>();
        var throughput = await InTurn.MeasureAsync(() => Pace.OfAsync(Runs, run.Id, stretch), async () =>
        {
            var (pace, counts) = await WatchedAsync(run.Id, stretch);
            seen.Add(counts);
            return pace;
        });
        var fewest = seen.Min(counts => counts.FewestPictures) / stretch.TotalSeconds / 2;
        await output.WriteLineAsync($"throughput         {throughput} with the viewers on the same cores; promised for 20: under 10 %");
        await output.WriteLineAsync(FormattableString.Invariant(
            $"server's processor {throughput.MoreProcessor:F1} % more time for each step; the viewers' own process takes {100 * seen.Average(counts => counts.ProcessorSeconds) / stretch.TotalSeconds:F1} % of a core"));
        await output.WriteLineAsync(FormattableString.Invariant(
            $"frames             {fewest:F2} a second for the viewer who got fewest, {seen.Min(counts => counts.FewestPoints)} points or more in {stretch.TotalSeconds:F0} s; asked for {FramesPerSecond:F0}"));
        var (grown, theirs) = await MemoryAsync(run.Id, stretch);
        var stalled = await StalledAsync(run.Id, stretch);
        return throughput.Cost < 10 && fewest > FramesPerSecond / 2 && grown < 16 && theirs < 16 && stalled;
    }

    private async Task<(Pace Pace, ViewerCounts Counts)> WatchedAsync(string id, TimeSpan stretch)
    {
        await using var viewers = await ViewersAsync(id);
        var before = await viewers.CountAsync();
        var pace = await Pace.OfAsync(Runs, id, stretch);
        var after = await viewers.CountAsync();
        return (pace, after with { ProcessorSeconds = after.ProcessorSeconds - before.ProcessorSeconds });
    }

    // Memory after a collection, once everybody has settled and again three stretches later.
    private async Task<(double Ours, double Theirs)> MemoryAsync(string id, TimeSpan stretch)
    {
        await using var viewers = await ViewersAsync(id);
        await Task.Delay(stretch);
        var (ours, theirs) = (Heap(), (await viewers.CountAsync()).HeapBytes);
        await Task.Delay(3 * stretch);
        var (grown, theirsGrown) = ((Heap() - ours) / Megabyte, ((await viewers.CountAsync()).HeapBytes - theirs) / Megabyte);
        await output.WriteLineAsync(FormattableString.Invariant(
            $"memory             {grown:+0.0;-0.0;0.0} MB managed on the server's side in {3 * stretch.TotalSeconds:F0} s, {theirsGrown:+0.0;-0.0;0.0} MB on that of all viewers"));
        return (grown, theirsGrown);
    }

    private async Task<bool> StalledAsync(string id, TimeSpan stretch)
    {
        var (alone, before) = (await Pace.OfAsync(Runs, id, stretch), Heap());
        using var stalled = await StalledViewer.WatchAsync(application.Address, id);
        var beside = await Pace.OfAsync(Runs, id, stretch);
        var (cost, grown) = (100 * (1 - (beside.StepsPerSecond / alone.StepsPerSecond)), (Heap() - before) / Megabyte);
        await output.WriteLineAsync(FormattableString.Invariant(
            $"one who never reads {cost:F1} % of throughput, {grown:+0.0;-0.0;0.0} MB managed in {stretch.TotalSeconds:F0} s"));
        return cost < 5 && grown < 16;
    }

    private Task<ViewerProcess> ViewersAsync(string id) =>
        ViewerProcess.StartAsync(application.Address, id, count, FramesPerSecond, Runs.Get(id).LastMetrics?.Sequence ?? 0);

    private static double Heap() => GC.GetTotalMemory(forceFullCollection: true);
}
