using System.Collections.Concurrent;
using Bunit;
using Microsoft.JSInterop;

namespace ForwardForward.Web.Tests.Components;

/// <summary>A browser that does nothing but note what it was told; it can be away, it can fail, and it can keep its answers back.</summary>
public sealed class FakeBrowser : IJSRuntime
{
    private readonly ConcurrentQueue<(string Function, object?[] Arguments)> _calls = new();
    private int _held;
    private int _asked;

    /// <summary>Whether the connection to it is lost.</summary>
    public bool IsGone { get; set; }

    /// <summary>What its answers wait for; null when they come at once.</summary>
    public TaskCompletionSource? Silence { get; set; }

    /// <summary>Name of a function that throws in the browser; null when none does.</summary>
    public string? Broken { get; set; }

    /// <summary>How many calls it has not answered, and how many of the objects that it gave away nobody has let go of.</summary>
    public (int Unanswered, int Held) Open => (Volatile.Read(ref _asked), Volatile.Read(ref _held));

    /// <summary>The arguments of every call of a function so far.</summary>
    public IReadOnlyList<object?[]> Calls(string function) => [.. _calls.Where(call => call.Function == function).Select(call => call.Arguments)];

    /// <inheritdoc/>
    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
    {
        if (IsGone)
        {
            throw new JSDisconnectedException("The browser is gone.");
        }

        if (identifier == Broken)
        {
            throw new JSException($"{identifier} is broken.");
        }

        _calls.Enqueue((identifier, args ?? []));
        return AnswerAsync<TValue>(Silence?.Task ?? Task.CompletedTask);
    }

    /// <inheritdoc/>
    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
        InvokeAsync<TValue>(identifier, args);

    private async ValueTask<TValue> AnswerAsync<TValue>(Task silence)
    {
        Interlocked.Increment(ref _asked);
        try
        {
            await silence;
            if (typeof(TValue) != typeof(IJSObjectReference))
            {
                return default!;
            }

            Interlocked.Increment(ref _held);
            return (TValue)(object)new Reference(this);
        }
        finally
        {
            Interlocked.Decrement(ref _asked);
        }
    }

    private sealed class Reference(FakeBrowser browser) : IJSObjectReference
    {
        private int _released;

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => browser.InvokeAsync<TValue>(identifier, args);

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
            browser.InvokeAsync<TValue>(identifier, args);

        public ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _released, 1) == 0)
            {
                Interlocked.Decrement(ref browser._held);
            }

            return browser.IsGone ? throw new JSDisconnectedException("The browser is gone.") : ValueTask.CompletedTask;
        }
    }
}
