using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ForwardForward.Data.Tests.Downloads;

/// <summary>A request that a mirror got: the file's name and the first byte wanted; null without a range.</summary>
internal sealed record MirrorRequest(string Name, long? From);

/// <summary>A tiny HTTP server on a free port of this computer. Each connection carries one request.</summary>
internal sealed class LoopbackMirror : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    /// <summary>Starts it. Whatever the answer leaves unsent when it returns stays unsent.</summary>
    public LoopbackMirror(Func<MirrorRequest, Stream, CancellationToken, Task> answer)
    {
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/mnist/");
        _serving = ServeAsync(answer);
    }

    public Uri Address { get; }

    public ConcurrentQueue<MirrorRequest> Requests { get; } = [];

    /// <summary>Serves one content under every name, as a good mirror does.</summary>
    public static LoopbackMirror Of(byte[] content) =>
        new((request, stream, cancellation) => SendAsync(stream, content, request.From ?? 0, content.Length, cancellation));

    /// <summary>Answers with a status and nothing else.</summary>
    public static LoopbackMirror Refusing(string status) =>
        new((_, stream, cancellation) => stream.WriteAsync(Head(status, 0, ""), cancellation).AsTask());

    /// <summary>Promises all from <paramref name="start"/> on, but ends before byte <paramref name="end"/>.</summary>
    public static async Task SendAsync(Stream stream, byte[] content, long start, long end, CancellationToken cancellation)
    {
        var range = start > 0 ? string.Create(CultureInfo.InvariantCulture, $"Content-Range: bytes {start}-{content.Length - 1}/{content.Length}\r\n") : "";
        await stream.WriteAsync(Head(start > 0 ? "206 Partial Content" : "200 OK", content.Length - start, range), cancellation);
        await stream.WriteAsync(content.AsMemory((int)start, (int)(end - start)), cancellation);
    }

    public static byte[] Head(string status, long length, string more) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n{more}\r\n"));

    public async ValueTask DisposeAsync()
    {
        // The loop hears the token wherever it stands; a listener that is gone before would fail it when it comes round to listen.
        await _end.CancelAsync();
        await _serving;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync(Func<MirrorRequest, Stream, CancellationToken, Task> answer)
    {
        while (true)
        {
            try
            {
                using var connection = await _listener.AcceptTcpClientAsync(_end.Token);
                await using var stream = connection.GetStream();
                var request = await ReadAsync(stream, _end.Token);
                Requests.Enqueue(request);
                await answer(request, stream, _end.Token);
            }
            catch (IOException)
            {
                // The client went away; the next one is welcome.
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static async Task<MirrorRequest> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var first = await reader.ReadLineAsync(cancellation) ?? throw new IOException("No request.");
        long? from = null;
        while (await reader.ReadLineAsync(cancellation) is { Length: > 0 } header)
        {
            const string Range = "Range: bytes=";
            from = header.StartsWith(Range, StringComparison.Ordinal)
                ? long.Parse(header[Range.Length..].TrimEnd('-'), CultureInfo.InvariantCulture)
                : from;
        }

        return new MirrorRequest(first.Split(' ')[1].Split('/')[^1], from);
    }
}
