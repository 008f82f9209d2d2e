using System.Runtime.CompilerServices;
using ForwardForward.Web.Endpoints.Problems;
using Microsoft.AspNetCore.SignalR;

namespace ForwardForward.Web.Hubs;

/// <summary>A stream of one connection: counted, turned into messages, its errors turned into sentences.</summary>
public static class HubStream
{
    private const string CountItem = "open-streams";

    /// <summary>Opens a stream, or refuses when the connection has too many.</summary>
    /// <param name="context">The connection.</param>
    /// <param name="logger">Where errors go that are not the caller's.</param>
    /// <param name="watch">What to read, once somebody reads.</param>
    /// <param name="message">Turns what was read into what is sent.</param>
    /// <param name="cancellation">Cancelled when the client cancels the stream or leaves.</param>
    public static IAsyncEnumerable<TMessage> Open<TItem, TMessage>(
        HubCallerContext context, ILogger logger, Func<CancellationToken, IAsyncEnumerable<TItem>> watch, Func<TItem, TMessage> message, CancellationToken cancellation)
    {
        var count = Counter(context);
        if (Interlocked.Increment(ref count.Value) > HubLimits.MostStreams)
        {
            Interlocked.Decrement(ref count.Value);
            throw new HubException($"A connection may have {HubLimits.MostStreams} streams open at a time; cancel one first.");
        }

        return Read(count, logger, watch, message, cancellation);
    }

    private static async IAsyncEnumerable<TMessage> Read<TItem, TMessage>(
        StrongBox<int> count, ILogger logger, Func<CancellationToken, IAsyncEnumerable<TItem>> watch, Func<TItem, TMessage> message, [EnumeratorCancellation] CancellationToken cancellation)
    {
        try
        {
            await using var items = watch(cancellation).GetAsyncEnumerator(cancellation);
            while (await AdvanceAsync(items, logger))
            {
                yield return message(items.Current);
            }
        }
        finally
        {
            Interlocked.Decrement(ref count.Value);
        }
    }

    private static async Task<bool> AdvanceAsync<T>(IAsyncEnumerator<T> items, ILogger logger)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (Exception error) when (Sentences.For(error) is { } known)
        {
            throw new HubException(known.Sentence);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            logger.LogError(error, "A stream of the hub failed");
            throw;
        }
    }

    private static StrongBox<int> Counter(HubCallerContext context)
    {
        lock (context.Items)
        {
            if (!context.Items.TryGetValue(CountItem, out var count))
            {
                context.Items[CountItem] = count = new StrongBox<int>();
            }

            return (StrongBox<int>)count!;
        }
    }
}
