using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ForwardForward.Data.Downloads;

/// <summary>
/// Downloads that failed, remembered for a while: without a network, every start of a run would wait for the same failure. Safe for use
/// from several threads.
/// </summary>
/// <param name="logger">Told, once each time, that a download failed; null for nobody.</param>
/// <param name="time">Clock that says when a failed download may be tried again; null for the system's.</param>
public sealed class DownloadAttempts(ILogger? logger = null, TimeProvider? time = null)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly ConcurrentDictionary<string, (long Timestamp, string Message)> _failures = new(StringComparer.Ordinal);

    /// <summary>Why the last attempt at a data set failed, without a full stop; null when it did not.</summary>
    public string? Failure(string set) => _failures.TryGetValue(set, out var failure) ? failure.Message.TrimEnd('.') : null;

    /// <summary>Whether an attempt may be made now.</summary>
    /// <param name="set">Name of the data set.</param>
    /// <param name="options">How files are fetched; null when nothing is.</param>
    public bool MayTry(string set, DownloadOptions? options) => options is not null
        && (!_failures.TryGetValue(set, out var failure) || _time.GetElapsedTime(failure.Timestamp) >= options.RetryAfter);

    /// <summary>Makes an attempt, and remembers and logs its failure.</summary>
    /// <param name="set">Name of the data set.</param>
    /// <param name="attempt">The download.</param>
    /// <param name="consequence">What follows from a failure, a sentence.</param>
    public async Task TryAsync(string set, Func<Task> attempt, string consequence)
    {
        try
        {
            await attempt();
            _failures.TryRemove(set, out _);
        }
        catch (Exception exception) when (exception is DownloadException or IOException or UnauthorizedAccessException)
        {
            _failures[set] = (_time.GetTimestamp(), exception.Message);
            logger?.LogWarning("{Reason} {Consequence}", exception.Message, consequence);
        }
    }
}
