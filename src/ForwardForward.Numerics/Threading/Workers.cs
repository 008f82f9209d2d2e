namespace ForwardForward.Numerics.Threading;

/// <summary>A fixed team of threads that shares loops over independent outputs.</summary>
/// <param name="count">How many threads work, the caller's included.</param>
public sealed class Workers(int count) : IDisposable
{
    /// <summary>How many threads work, the caller's included.</summary>
    public int Count { get; } = count >= 1 ? count : throw new ArgumentOutOfRangeException(nameof(count), count, "At least one thread must work.");

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
