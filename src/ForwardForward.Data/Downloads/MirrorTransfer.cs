using System.Buffers;
using System.Net;

namespace ForwardForward.Data.Downloads;

/// <summary>Gets the rest of one file from one mirror.</summary>
internal sealed class MirrorTransfer(HttpClient client, DownloadOptions options)
{
    private const int Block = 1 << 16;

    /// <summary>Goes on after the bytes that <paramref name="part"/> has, or from the start where the mirror cannot.</summary>
    /// <param name="address">The file at the mirror.</param>
    /// <param name="part">What is there already and grows.</param>
    /// <param name="maximumBytes">Largest file to accept.</param>
    /// <param name="share">Told the share done, where the mirror states the size.</param>
    /// <param name="cancellation">The caller's.</param>
    /// <exception cref="MirrorException">The mirror failed; what it has sent stays in <paramref name="part"/>.</exception>
    public async Task RunAsync(Uri address, PartialFile part, long maximumBytes, Action<double?> share, CancellationToken cancellation)
    {
        var start = part.Bytes;
        var response = await AskAsync(address, start, cancellation);
        try
        {
            if (start > 0 && response.StatusCode != HttpStatusCode.OK && !GoesOnAt(response, start))
            {
                response.Dispose();
                part.Delete();
                start = 0;
                response = await AskAsync(address, start, cancellation);
            }

            if (response.StatusCode == HttpStatusCode.OK)
            {
                start = 0;
            }
            else if (start == 0 || response.StatusCode != HttpStatusCode.PartialContent)
            {
                throw new MirrorException($"answered {(int)response.StatusCode}");
            }

            await CopyAsync(response, part, start, maximumBytes, share, cancellation);
        }
        finally
        {
            response.Dispose();
        }
    }

    // An error such as 503 says nothing about the part: it stays. A range that is not the one asked for, or none, makes it useless.
    private static bool GoesOnAt(HttpResponseMessage response, long start)
    {
        var range = response.Content.Headers.ContentRange;
        return response.StatusCode switch
        {
            HttpStatusCode.PartialContent => range is { Unit: "bytes", From: { } from } && from == start
                && (range.Length is not { } length || range.To == length - 1),
            HttpStatusCode.RequestedRangeNotSatisfiable => false,
            _ => true,
        };
    }

    private async Task<HttpResponseMessage> AskAsync(Uri address, long start, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (start > 0)
        {
            request.Headers.Range = new(start, null);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(options.AnswerTimeout);
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        }
        catch (HttpRequestException exception)
        {
            throw new MirrorException($"could not be asked ({exception.Message.TrimEnd('.')})", exception);
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw new MirrorException(FormattableString.Invariant($"did not answer within {options.AnswerTimeout.TotalSeconds:0.###} s"), exception);
        }
    }

    private async Task CopyAsync(
        HttpResponseMessage response, PartialFile part, long start, long maximumBytes, Action<double?> share, CancellationToken cancellation)
    {
        var size = start + response.Content.Headers.ContentLength;
        if (size > maximumBytes)
        {
            throw new MirrorException($"offers {size} bytes where at most {maximumBytes} are expected");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var buffer = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            await using var file = part.Open(start);
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            share(size is null ? null : (double)start / size);
            while (await ReadAsync(body, buffer, patience, cancellation) is > 0 and var read)
            {
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
                if (file.Position > maximumBytes)
                {
                    file.SetLength(0);
                    throw new MirrorException($"sends more than the {maximumBytes} bytes that are expected at most");
                }

                share((double?)file.Position / size);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task<int> ReadAsync(Stream body, byte[] buffer, CancellationTokenSource patience, CancellationToken cancellation)
    {
        patience.CancelAfter(options.IdleTimeout);
        try
        {
            return await body.ReadAsync(buffer, patience.Token);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw new MirrorException("broke off", exception);
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw new MirrorException(FormattableString.Invariant($"sent nothing for {options.IdleTimeout.TotalSeconds:0.###} s"), exception);
        }
    }
}
