using ForwardForward.Data.Downloads;
using Microsoft.Extensions.Logging;

namespace ForwardForward.Data;

/// <summary>Loads data sets and keeps the one used last in memory. Safe for use from several threads.</summary>
/// <param name="paths">Where they lie and whether they may be fetched.</param>
/// <param name="logger">Told, once each time, that a download failed; null for nobody.</param>
/// <param name="time">Clock that says when a failed download may be tried again; null for the system's.</param>
public sealed class DataLoader(DataPaths paths, ILogger<DataLoader>? logger = null, TimeProvider? time = null) : IDataLoader, IDisposable
{
    private readonly DataPaths _paths = paths with { Attempts = new DownloadAttempts(logger, time) };
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private object? _last;

    /// <inheritdoc/>
    public async Task<Splits<T>> LoadAsync<T>(IDataSource<T> source, IProgress<DataProgress>? progress = null, CancellationToken cancellation = default)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            if (_last is not Loaded<T> last || last.Name != source.Name || MayBeReplaced(source, last.Splits))
            {
                _last = last = new Loaded<T>(source.Name, await source.LoadAsync(_paths, progress, cancellation));
            }

            return last.Splits;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    // What stands in for a set does so only until the set can be had.
    private bool MayBeReplaced<T>(IDataSource<T> source, Splits<T> splits) => splits.Origin.IsStandIn && source.IsAvailable(_paths);

    private sealed record Loaded<T>(string Name, Splits<T> Splits);
}
