using ForwardForward.Web.Hubs.Messages;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ForwardForward.Benchmarks.Live;

/// <summary>Somebody who watches a run: curves, 100 receptive fields and 10 examples, in MessagePack.</summary>
internal sealed class Viewer : IAsyncDisposable
{
    private readonly HubConnection _hub;
    private readonly CancellationTokenSource _leaving = new();
    private readonly List<Task> _streams = [];
    private long _points;
    private long _pictures;

    private Viewer(HubConnection hub) => _hub = hub;

    /// <summary>Messages received so far.</summary>
    public long Messages => Points + Pictures;

    /// <summary>Points of curves among them.</summary>
    public long Points => Interlocked.Read(ref _points);

    /// <summary>Pictures among them: receptive fields and examples, one message each.</summary>
    public long Pictures => Interlocked.Read(ref _pictures);

    /// <summary>Connects and begins to watch.</summary>
    public static async Task<Viewer> WatchAsync(Uri address, string run, long fromSequence, double framesPerSecond = 4)
    {
        var viewer = new Viewer(new HubConnectionBuilder().WithUrl(new Uri(address, "/hubs/runs")).AddMessagePackProtocol().Build());
        await viewer._hub.StartAsync();
        viewer.Read<MetricMessage>(() => Interlocked.Increment(ref viewer._points), "Metrics", run, fromSequence);
        viewer.Read<FieldsMessage>(() => Interlocked.Increment(ref viewer._pictures), "ReceptiveFields", run, 0, 0, 100, framesPerSecond);
        viewer.Read<NegativesMessage>(() => Interlocked.Increment(ref viewer._pictures), "Negatives", run, 10, framesPerSecond);
        return viewer;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await Task.WhenAll(_streams);
        await _hub.DisposeAsync();
        _leaving.Dispose();
    }

    private void Read<T>(Action count, string method, params object?[] arguments) => _streams.Add(ReadAsync<T>(count, method, arguments));

    private async Task ReadAsync<T>(Action count, string method, object?[] arguments)
    {
        try
        {
            await foreach (var _ in _hub.StreamAsyncCore<T>(method, arguments, _leaving.Token))
            {
                count();
            }
        }
        catch (OperationCanceledException)
        {
            // The viewer has left.
        }
    }
}
