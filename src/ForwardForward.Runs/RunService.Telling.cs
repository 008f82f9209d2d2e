using ForwardForward.Frames;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Readings;
using ForwardForward.Runs.Feed;
using ForwardForward.Runs.Readings;
using ForwardForward.Runs.TestDigits;

namespace ForwardForward.Runs;

/// <summary>What the service tells of its runs: histories, pictures, statistics, verdicts. None of it changes a run.</summary>
public sealed partial class RunService
{
    private const double MostInputFrames = 0.5;

    /// <inheritdoc/>
    public Task<IReadOnlyList<MetricPoint>> MetricsAsync(string id, long from, int limit = 10_000, CancellationToken cancellation = default)
    {
        var run = Find(id);
        CheckFrom(from);
        return limit is < 1 or > MetricStream.MaximumBatch
            ? throw new RunRequestException($"One answer has 1 to {MetricStream.MaximumBatch} points; asked for {limit}.")
            : MetricStream.ReadAsync(run, from, limit, cancellation);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<MetricPoint> WatchMetricsAsync(string id, long from, CancellationToken cancellation = default)
    {
        CheckFrom(from);
        return MetricStream.WatchAsync(Find(id), from, cancellation);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ReceptiveFields> WatchReceptiveFieldsAsync(
        string id, FieldsRequest request, double framesPerSecond = 4, CancellationToken cancellation = default)
    {
        var run = Find(id);

        // Trying hundreds of images takes the time of several steps: nobody learns more from seeing it often.
        var rate = request.View == FieldsView.Inputs ? Math.Min(framesPerSecond, MostInputFrames) : framesPerSecond;
        return _readings.WatchAsync(run, request, token => _readings.FieldsAsync(run, request, token), rate, cancellation);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<NegativeExamples> WatchNegativesAsync(
        string id, int count, double framesPerSecond = 4, CancellationToken cancellation = default)
    {
        var run = Find(id);
        TrainerReadings.CheckExamples(count);
        return _readings.WatchAsync(run, ("negatives", count), ReadAsync, framesPerSecond, cancellation);

        async Task<NegativeExamples?> ReadAsync(CancellationToken token) =>
            await _readings.NegativesAsync(run, count, token) is { Pairs.Count: > 0 } examples ? examples : null;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReadingInfo>> ReadingsAsync(string id, CancellationToken cancellation = default) => _frames.InfosAsync(Find(id), cancellation);

    /// <inheritdoc/>
    public Task<Frame?> ReadAsync(string id, string reading, ReadingQuery query = default, CancellationToken cancellation = default) =>
        _frames.ReadAsync(Find(id), reading, query, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<Frame> WatchReadingAsync(
        string id, string reading, ReadingQuery query = default, double framesPerSecond = 4, CancellationToken cancellation = default) =>
        _frames.WatchAsync(Find(id), reading, query, framesPerSecond, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<RunSnapshot> WatchAsync(string? id, CancellationToken cancellation = default) =>
        id is null ? _context.Book.WatchAllAsync(cancellation) : RunBook.WatchAsync(Find(id), cancellation);

    /// <inheritdoc/>
    public async Task<ReceptiveFields> ReceptiveFieldsAsync(string id, FieldsRequest request, CancellationToken cancellation = default)
    {
        var run = Find(id);
        return await _readings.FieldsAsync(run, request, cancellation) ?? throw RunReadings.NoWeights(run);
    }

    /// <inheritdoc/>
    public Task<NegativeExamples> NegativesAsync(string id, int count, CancellationToken cancellation = default) =>
        _readings.NegativesAsync(Find(id), count, cancellation);

    /// <inheritdoc/>
    public Task<LayerStatistics?> LayerStatisticsAsync(string id, int layer, CancellationToken cancellation = default) =>
        _readings.LayerAsync(Find(id), layer, cancellation);

    /// <inheritdoc/>
    public Task<KeptMoments> MomentsAsync(string id, CancellationToken cancellation = default) => _readings.MomentsAsync(Find(id), cancellation);

    /// <inheritdoc/>
    public Task<Moment> MomentAsync(string id, long step, CancellationToken cancellation = default) => _readings.MomentAsync(Find(id), step, cancellation);

    /// <inheritdoc/>
    public async Task<ExcitingImages> ExcitingImagesAsync(string id, int layer, int unit, int count, CancellationToken cancellation = default)
    {
        var run = Find(id);
        return await _readings.ExcitingAsync(run, layer, unit, count, cancellation) ?? throw RunReadings.NoWeights(run);
    }

    /// <inheritdoc/>
    public Task<LabelIterations> IterationsAsync(string id, int? digit = null, CancellationToken cancellation = default) =>
        _readings.IterationsAsync(Find(id), digit, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<LabelIterations> WatchIterationsAsync(
        string id, int? digit = null, double framesPerSecond = 1, CancellationToken cancellation = default)
    {
        var run = Find(id);
        LabelIterating.CheckSettles(run.Recipe);
        return _readings.WatchAsync(run, ("iterations", digit), ReadAsync, framesPerSecond, cancellation);

        async Task<LabelIterations?> ReadAsync(CancellationToken token)
        {
            try
            {
                return await _readings.IterationsAsync(run, digit, token);
            }
            catch (RunStateException)
            {
                // No weights yet: they come with the first step.
                return null;
            }
        }
    }

    /// <inheritdoc/>
    public Task<StepTrace?> RetellAsync(string id, int pair, CancellationToken cancellation = default) =>
        RunReadings.RetellAsync(Find(id), pair, cancellation);

    /// <inheritdoc/>
    public Task<Classification> ClassifyAsync(string id, ReadOnlyMemory<byte> pixels, CancellationToken cancellation = default) =>
        _readings.ClassifyAsync(Find(id), pixels, cancellation);

    /// <inheritdoc/>
    public Probe ProbeOf(string id) => Find(id).Recipe.Probe;

    /// <inheritdoc/>
    public Task<Frame> AskAsync(string id, ReadOnlyMemory<byte> probe, CancellationToken cancellation = default) =>
        _readings.AskAsync(Find(id), probe, cancellation);

    /// <inheritdoc/>
    public ITestDigits TestDigits => _testDigits;

    private static void CheckFrom(long from)
    {
        if (from < 0)
        {
            throw new RunRequestException($"Points are numbered from 0; asked for those from {from} on.");
        }
    }
}
