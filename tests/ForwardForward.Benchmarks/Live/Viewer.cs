using ForwardForward.Web.Hubs.Messages;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ForwardForward.Benchmarks.Live;

/// <summary>Somebody who watches a run: curves, 100 receptive fields and 10 examples at 4 frames a second, in MessagePack.</summary>
internal sealed class Viewer : IAsyncDisposable
{
    private readonly HubConnection _hub;
    private readonly CancellationTokenSource _leaving = new();
    private readonly List<Task> _streams = [];
    private long _messages;

    private Viewer(HubConnection hub) => _hub = hub;

    /// <summary>Messages received so far.</summary>
    public long Messages => Interlocked.Read(ref _messages);

    /// <summary>Connects and begins to watch.</summary>
    public static async Task<Viewer> WatchAsync(Uri address, string run, long fromSequence)
    {
        var viewer = new Viewer(new HubConnectionBuilder().WithUrl(new Uri(address, "/hubs/runs")).AddMessagePackProtocol().Build());
        await viewer._hub.StartAsync();
        viewer.Read<MetricMessage>("Metrics", run, fromSequence);
        viewer.Read<FieldsMessage>("ReceptiveFields", run, 0, 0, 100, 4.0);
        viewer.Read<NegativesMessage>("Negatives", run, 10, 4.0);
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

    private void Read<T>(string method, params object?[] arguments) => _streams.Add(ReadAsync<T>(method, arguments));

    private async Task ReadAsync<T>(string method, object?[] arguments)
    {
        try
        {
            await foreach (var _ in _hub.StreamAsyncCore<T>(method, arguments, _leaving.Token))
            {
                Interlocked.Increment(ref _messages);
            }
        }
        catch (OperationCanceledException)
        {
            // The viewer has left.
        }
    }
}
