using System.Net.Http.Headers;
using ForwardForward.Runs;

namespace ForwardForward.Benchmarks.Live;

/// <summary>
/// What the web application promises while a run trains at full speed: classify within 50 ms (p99), controls within 200 ms, a viewer for
/// under 5 % of throughput. The application and its clients share one process and one machine, so the clients' own work counts too.
/// </summary>
internal sealed class LiveBenchmark
{
    private const int Classifications = 300;
    private const int Commands = 20;

    private readonly IRunService _runs;
    private readonly HttpClient _http;
    private readonly LiveApplication _application;
    private readonly TextWriter _output;

    private LiveBenchmark(LiveApplication application, TextWriter output) =>
        (_application, _runs, _http, _output) = (application, application.Runs, application.Http, output);

    /// <summary>Runs it all; <paramref name="seconds"/> for each stretch with and without a viewer. 0 when every promise holds, else 1.</summary>
    public static async Task<int> RunAsync(int seconds, TextWriter output)
    {
        await using var application = await LiveApplication.StartAsync();
        return await new LiveBenchmark(application, output).MeasureAsync(TimeSpan.FromSeconds(seconds)) ? 0 : 1;
    }

    private async Task<bool> MeasureAsync(TimeSpan stretch)
    {
        var id = (await _application.TrainAsync()).Id;
        await _output.WriteLineAsync(FormattableString.Invariant($"ff-supervised-small, quick, {_runs.Get(id).DataName}, {Environment.ProcessorCount} processors"));

        var classify = await ClassifyAsync(id);
        await _output.WriteLineAsync($"classify by HTTP     {classify}; promised: p99 within 50 ms");
        var (pause, resume, step) = await ControlAsync(id);
        await _output.WriteLineAsync($"pause by HTTP        {pause}; promised: within 200 ms");
        await _output.WriteLineAsync($"resume by HTTP       {resume}; promised: within 200 ms");
        await _output.WriteLineAsync($"step a batch by HTTP {step}; promised: within 200 ms");
        var (throughput, messages) = await ThroughputAsync(id, stretch);
        await _output.WriteLineAsync($"throughput           {throughput} with a viewer ({messages} messages); promised: under 5 %");
        await _runs.StopAsync(id);
        return classify.Quantile(0.99) <= 50 && pause.Quantile(1) <= 200 && resume.Quantile(1) <= 200 && step.Quantile(1) <= 200 && throughput.Cost < 5;
    }

    private async Task<Latencies> ClassifyAsync(string id)
    {
        var pixels = new byte[784];
        pixels.AsSpan(300, 100).Fill(200);
        var latencies = new Latencies();
        for (var i = 0; i < Classifications; i++)
        {
            await latencies.MeasureAsync(async () =>
            {
                using var body = new ByteArrayContent(pixels);
                body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
                using var answer = await _http.PostAsync(new Uri($"/api/runs/{id}/classify", UriKind.Relative), body);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
            });

            // As often as somebody who draws asks.
            await Task.Delay(30);
        }

        return latencies;
    }

    private async Task<(Latencies Pause, Latencies Resume, Latencies Step)> ControlAsync(string id)
    {
        var (pause, resume, step) = (new Latencies(), new Latencies(), new Latencies());
        for (var i = 0; i < Commands; i++)
        {
            await pause.MeasureAsync(() => CommandAsync(id, "pause"));
            await step.MeasureAsync(() => CommandAsync(id, "step?unit=batch"));
            await resume.MeasureAsync(() => CommandAsync(id, "resume"));
            await Task.Delay(200);
        }

        return (pause, resume, step);
    }

    private async Task<(InTurn Throughput, long Messages)> ThroughputAsync(string id, TimeSpan stretch)
    {
        var messages = 0L;
        var throughput = await InTurn.MeasureAsync(() => Pace.OfAsync(_runs, id, stretch), async () =>
        {
            await using var viewer = await Viewer.WatchAsync(_application.Address, id, _runs.Get(id).LastMetrics?.Sequence ?? 0);
            var pace = await Pace.OfAsync(_runs, id, stretch);
            messages += viewer.Messages;
            return pace;
        });
        return (throughput, messages);
    }

    private async Task CommandAsync(string id, string command)
    {
        using var answer = await _http.PostAsync(new Uri($"/api/runs/{id}/{command}", UriKind.Relative), null);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }
}
