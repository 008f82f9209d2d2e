using System.Net.WebSockets;
using System.Text;

namespace ForwardForward.Benchmarks.Live;

/// <summary>Somebody who asks for pictures at the highest rate and then never reads a byte: the worst kind of viewer.</summary>
internal sealed class StalledViewer : IDisposable
{
    private const char EndOfMessage = '\u001e';

    private readonly ClientWebSocket _socket = new();

    private StalledViewer()
    {
    }

    /// <summary>Connects, asks for curves, fields and examples, and falls silent.</summary>
    public static async Task<StalledViewer> WatchAsync(Uri address, string run)
    {
        var viewer = new StalledViewer();
        var hub = new UriBuilder(new Uri(address, "/hubs/runs")) { Scheme = "ws" }.Uri;
        await viewer._socket.ConnectAsync(hub, CancellationToken.None);
        await viewer.SendAsync("""{"protocol":"json","version":1}""");
        await viewer.SendAsync($$"""{"type":4,"invocationId":"1","target":"Metrics","arguments":["{{run}}",0]}""");
        await viewer.SendAsync($$"""{"type":4,"invocationId":"2","target":"ReceptiveFields","arguments":["{{run}}",0,0,1000,30]}""");
        await viewer.SendAsync($$"""{"type":4,"invocationId":"3","target":"Negatives","arguments":["{{run}}",50,30]}""");
        return viewer;
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private Task SendAsync(string message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message + EndOfMessage), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
}
