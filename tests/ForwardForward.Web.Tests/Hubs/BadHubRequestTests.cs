using ForwardForward.Web.Hubs;
using ForwardForward.Web.Hubs.Messages;
using ForwardForward.Web.Tests.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace ForwardForward.Web.Tests.Hubs;

public sealed class BadHubRequestTests(TestDashboard dashboard) : IClassFixture<TestDashboard>, IAsyncLifetime
{
    private HubConnection _hub = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // MessagePack, because JSON could not even carry a NaN.
        _hub = dashboard.Hub(messagePack: true);
        await _hub.StartAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Theory]
    [InlineData(783)]
    [InlineData(785)]
    [InlineData(0)]
    public Task A_digit_of_another_size_is_refused(int length) =>
        RefusedAsync(_hub.InvokeAsync<VerdictMessage>("Classify", Run(), new byte[length], Cancellation), "784", $"{length}");

    [Fact]
    public Task A_digit_without_ink_is_refused() => RefusedAsync(_hub.InvokeAsync<VerdictMessage>("Classify", Run(), new byte[784], Cancellation), "ink");

    [Fact]
    public Task A_digit_for_an_unknown_run_is_refused() =>
        RefusedAsync(_hub.InvokeAsync<VerdictMessage>("Classify", "nosuchrun000", new byte[784], Cancellation), "nosuchrun000");

    [Fact]
    public Task No_digit_at_all_is_refused() => RefusedAsync(_hub.InvokeAsync<VerdictMessage>("Classify", Run(), null, Cancellation), "784");

    [Fact]
    public async Task A_message_larger_than_any_digit_ends_the_connection()
    {
        var closed = new TaskCompletionSource();
        _hub.Closed += _ =>
        {
            closed.SetResult();
            return Task.CompletedTask;
        };

        await Assert.ThrowsAnyAsync<Exception>(() => _hub.InvokeAsync<VerdictMessage>("Classify", Run(), new byte[1_000_000], Cancellation));
        await closed.Task.WaitAsync(Cancellation);
    }

    [Theory]
    [InlineData("Metrics")]
    [InlineData("ReceptiveFields")]
    [InlineData("Negatives")]
    [InlineData("ExcitingFields")]
    [InlineData("Iterations")]
    public Task Streams_of_an_unknown_run_are_refused(string method) => RefusedAsync(
        method switch
        {
            "Metrics" => ReadAsync<MetricMessage>(method, "nosuchrun000", 0L),
            "ReceptiveFields" or "ExcitingFields" => ReadAsync<FieldsMessage>(method, "nosuchrun000", 0, 0, 10, 4.0),
            "Iterations" => ReadAsync<IterationsMessage>(method, "nosuchrun000", 3, 4.0),
            _ => ReadAsync<NegativesMessage>(method, "nosuchrun000", 10, 4.0),
        },
        "nosuchrun000");

    [Fact]
    public Task Metrics_from_before_the_beginning_are_refused() => RefusedAsync(ReadAsync<MetricMessage>("Metrics", Run(), -1L), "fromSequence", "-1");

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(31.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public async Task Rates_out_of_range_are_refused(double rate)
    {
        await RefusedAsync(ReadAsync<FieldsMessage>("ReceptiveFields", Run(), 0, 0, 10, rate), "framesPerSecond", "0.1 to 30");
        await RefusedAsync(ReadAsync<NegativesMessage>("Negatives", Run(), 10, rate), "framesPerSecond");
    }

    [Theory]
    [InlineData(-1, 0, 10, "layer")]
    [InlineData(3, 0, 10, "0 to 2")]
    [InlineData(0, -1, 10, "firstUnit")]
    [InlineData(0, 100, 10, "0 to 99")]
    [InlineData(0, 0, 0, "count")]
    [InlineData(0, 0, 1025, "1 to 1024")]
    public Task Fields_that_do_not_exist_are_refused(int layer, int first, int count, string word) =>
        RefusedAsync(ReadAsync<FieldsMessage>("ReceptiveFields", Run(), layer, first, count, 4.0), word);

    [Theory]
    [InlineData(0)]
    [InlineData(51)]
    public Task Counts_of_examples_out_of_range_are_refused(int count) => RefusedAsync(ReadAsync<NegativesMessage>("Negatives", Run(), count, 4.0), "1 to 50");

    [Fact]
    public async Task A_stream_too_many_is_refused_until_another_ends()
    {
        var run = dashboard.AddRun();
        run.Publish(0, 0, 0);
        using var leaving = new CancellationTokenSource();
        var streams = new List<IAsyncEnumerator<MetricMessage>>();
        for (var i = 0; i < HubLimits.MostStreams; i++)
        {
            var stream = _hub.StreamAsync<MetricMessage>("Metrics", run.Snapshot.Id, 0L, leaving.Token).GetAsyncEnumerator(leaving.Token);
            Assert.True(await stream.MoveNextAsync());
            streams.Add(stream);
        }

        await RefusedAsync(ReadAsync<MetricMessage>("Metrics", run.Snapshot.Id, 0L), $"{HubLimits.MostStreams} streams");

        await leaving.CancelAsync();
        foreach (var stream in streams)
        {
            await stream.DisposeAsync();
        }

        // The server hears of it in its own time.
        for (var open = false; !open;)
        {
            try
            {
                await using var stream = _hub.StreamAsync<MetricMessage>("Metrics", run.Snapshot.Id, 0L, Cancellation).GetAsyncEnumerator(Cancellation);
                open = await stream.MoveNextAsync();
            }
            catch (HubException)
            {
                await Task.Yield();
            }
        }
    }

    private static async Task RefusedAsync(Task call, params string[] words)
    {
        var error = await Assert.ThrowsAsync<HubException>(() => call);
        Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
    }

    private string Run() => dashboard.AddRun().Snapshot.Id;

    private async Task ReadAsync<T>(string method, params object?[] arguments)
    {
        await foreach (var _ in _hub.StreamAsyncCore<T>(method, arguments, Cancellation))
        {
            return;
        }
    }
}
