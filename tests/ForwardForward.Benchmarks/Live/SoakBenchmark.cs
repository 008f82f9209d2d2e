using System.Diagnostics;
using ForwardForward.Recipes;
using ForwardForward.Runs;

namespace ForwardForward.Benchmarks.Live;

/// <summary>
/// Hours of use in half an hour: tiny runs one after the other, each keeping readings more than ten times as often as a run of usual size,
/// watched at ten times the usual rate, classified ten times a second, deleted when they end. The server's memory must stay flat.
/// </summary>
internal sealed class SoakBenchmark(LiveApplication application, TextWriter output)
{
    // ff-supervised-small at Quick scale keeps 100 readings an epoch of some 4.6 s.
    private const double UsualReadingsPerSecond = 22;
    private const int Viewers = 2;
    private const double FramesPerSecond = 20;
    private const double Megabyte = 1 << 20;

    private readonly List<double> _heap = [];
    private readonly List<double> _resident = [];
    private long _readings;
    private long _classified;
    private long _runs;

    /// <summary>Runs it for so many minutes. 0 when memory stayed flat and the rate was reached, else 1.</summary>
    public static async Task<int> RunAsync(int minutes, TextWriter output)
    {
        await using var application = await LiveApplication.StartAsync();
        return await new SoakBenchmark(application, output).SoakAsync(TimeSpan.FromMinutes(minutes)) ? 0 : 1;
    }

    private async Task<bool> SoakAsync(TimeSpan duration)
    {
        var started = Stopwatch.GetTimestamp();
        using var over = new CancellationTokenSource();
        var busy = KeepBusyAsync(over.Token);
        var sampleEvery = duration / 30;
        while (Stopwatch.GetElapsedTime(started) < duration)
        {
            await Task.Delay(sampleEvery);
            await SampleAsync(Stopwatch.GetElapsedTime(started));
        }

        var readings = _readings / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await over.CancelAsync();
        await busy;
        var (early, late) = (Part(_heap, 1), Part(_heap, 2));
        await output.WriteLineAsync(FormattableString.Invariant(
            $"{readings:F0} readings/s, {readings / UsualReadingsPerSecond:F1} times the usual rate; {_runs} runs, {_classified} drawings classified"));
        await output.WriteLineAsync(FormattableString.Invariant(
            $"managed memory, mean of the second third {early:F1} MB, of the last {late:F1} MB; resident {Part(_resident, 1):F0} and {Part(_resident, 2):F0} MB"));
        return readings > 10 * UsualReadingsPerSecond && late < early + Math.Max(8, 0.05 * early);
    }

    private async Task KeepBusyAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            var epochs = System.Text.Json.JsonSerializer.SerializeToElement(100);
            var run = await application.Runs.StartAsync(
                new StartRun("ff-supervised-small", Scale.Smoke, (ulong)_runs, new Dictionary<string, System.Text.Json.JsonElement> { ["epochs"] = epochs }), over);
            await UseAsync(run.Id, over);
            if (IsAlive(run.Id))
            {
                await application.Runs.StopAsync(run.Id, CancellationToken.None);
            }

            await application.Runs.DeleteAsync(run.Id, CancellationToken.None);
            _runs++;
        }
    }

    private async Task UseAsync(string id, CancellationToken over)
    {
        var watched = new List<Viewer>();
        for (var i = 0; i < Viewers; i++)
        {
            watched.Add(await Viewer.WatchAsync(application.Address, id, 0, FramesPerSecond));
        }

        var pixels = new byte[784];
        pixels.AsSpan(300, 100).Fill(200);
        while (!over.IsCancellationRequested && IsAlive(id))
        {
            if (application.Runs.Get(id).Step > 0)
            {
                await application.Runs.ClassifyAsync(id, pixels, CancellationToken.None);
                _classified++;
            }

            await Task.Delay(100, CancellationToken.None);
        }

        _readings += application.Runs.Get(id).LastMetrics?.Sequence ?? 0;
        foreach (var viewer in watched)
        {
            await viewer.DisposeAsync();
        }
    }

    private bool IsAlive(string id) => application.Runs.Get(id).State is RunState.Queued or RunState.Running;

    private async Task SampleAsync(TimeSpan after)
    {
        _heap.Add(GC.GetTotalMemory(forceFullCollection: true) / Megabyte);
        _resident.Add(Environment.WorkingSet / Megabyte);
        await output.WriteLineAsync(FormattableString.Invariant(
            $"{after.TotalMinutes,5:F1} min  managed {_heap[^1],6:F1} MB  resident {_resident[^1],5:F0} MB  {_readings} readings of {_runs} runs"));
    }

    private static double Part(List<double> samples, int third) => samples.Skip(samples.Count * third / 3).Take(samples.Count / 3).Average();
}
