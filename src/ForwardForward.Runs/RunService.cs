using System.Runtime.CompilerServices;
using ForwardForward.Learning.Classifying;
using ForwardForward.Learning.Trainers;
using ForwardForward.Runs.Feed;
using ForwardForward.Runs.Readings;
using ForwardForward.Runs.Scheduling;
using ForwardForward.Runs.Training;
using Microsoft.Extensions.Logging;

namespace ForwardForward.Runs;

/// <summary>The runs of one data directory. <see cref="RunWorker"/> opens and closes it; it belongs to one program at a time.</summary>
public sealed class RunService : IRunService
{
    private const float LargestFactor = 100;
    private readonly RunsContext _context;
    private readonly RunScheduler _scheduler;
    private readonly RunReadings _readings;
    private readonly IRecipeSource _recipes;

    /// <summary>Makes the service; nothing happens before it is opened.</summary>
    public RunService(RunsOptions options, ITrainingFactory factory, IRecipeSource recipes, TimeProvider time, ILogger<RunService> logger)
    {
        _context = new RunsContext(options, factory, time, logger, new RunBook());
        _scheduler = new RunScheduler(_context);
        _readings = new RunReadings(_context);
        _recipes = recipes;
    }

    /// <inheritdoc/>
    public Task<RunSnapshot> StartAsync(StartRun request, CancellationToken cancellation = default)
    {
        var recipe = _recipes.Resolve(request);
        var run = NewRun(new RunSnapshot
        {
            Id = RunId.New(),
            Recipe = recipe,
            State = request.StartPaused ? RunState.Paused : RunState.Queued,
            Epochs = recipe.Schedule.Epochs,
            CreatedAt = _context.Time.GetUtcNow(),
        });
        _scheduler.Add(run);
        return Task.FromResult(run.Snapshot);
    }

    /// <inheritdoc/>
    public IReadOnlyList<RunSnapshot> List() =>
        [.. _context.Book.All.Select(run => run.Snapshot).OrderByDescending(run => run.CreatedAt).ThenByDescending(run => run.Id, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public RunSnapshot Get(string id) => Find(id).Snapshot;

    /// <inheritdoc/>
    public async Task<RunSnapshot> PauseAsync(string id, CancellationToken cancellation = default)
    {
        var run = Find(id);
        await _scheduler.PauseAsync(run, cancellation);
        return run.Snapshot;
    }

    /// <inheritdoc/>
    public Task<RunSnapshot> ResumeAsync(string id, CancellationToken cancellation = default)
    {
        var run = Find(id);
        _scheduler.Resume(run);
        return Task.FromResult(run.Snapshot);
    }

    /// <inheritdoc/>
    public async Task<RunSnapshot> StepAsync(string id, StepUnit unit, CancellationToken cancellation = default)
    {
        var run = Find(id);
        await _scheduler.StepAsync(run, unit, cancellation);
        return run.Snapshot;
    }

    /// <inheritdoc/>
    public async Task<RunSnapshot> StopAsync(string id, CancellationToken cancellation = default)
    {
        var run = Find(id);
        await _scheduler.StopAsync(run, cancellation);
        return run.Snapshot;
    }

    /// <inheritdoc/>
    public Task<RunSnapshot> ForkAsync(string id, CancellationToken cancellation = default) =>
        throw new RunStateException($"Run '{Find(id).Id}' has no checkpoint to fork from.");

    /// <inheritdoc/>
    public Task DeleteAsync(string id, CancellationToken cancellation = default) => _scheduler.RemoveAsync(Find(id));

    /// <inheritdoc/>
    public Task<RunSnapshot> SetLearningRateFactorAsync(string id, float factor, CancellationToken cancellation = default)
    {
        var run = Find(id);
        if (!(factor is >= 0 and <= LargestFactor))
        {
            throw new RunRequestException($"The factor on the learning rates lies between 0 and {LargestFactor}; got {factor}.");
        }

        _scheduler.SetFactor(run, factor);
        return Task.FromResult(run.Snapshot);
    }

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
        return _readings.WatchAsync(run, token => RunReadings.FieldsAsync(run, request, token), framesPerSecond, cancellation);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<NegativeExamples> WatchNegativesAsync(
        string id, int count, double framesPerSecond = 4, CancellationToken cancellation = default)
    {
        var run = Find(id);
        TrainerReadings.CheckExamples(count);
        return _readings.WatchAsync(run, ReadAsync, framesPerSecond, cancellation);

        async Task<NegativeExamples?> ReadAsync(CancellationToken token) =>
            await RunReadings.NegativesAsync(run, count, token) is { Pairs.Count: > 0 } examples ? examples : null;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<RunSnapshot> WatchAsync(string? id, CancellationToken cancellation = default) =>
        id is null ? _context.Book.WatchAllAsync(cancellation) : RunBook.WatchAsync(Find(id), cancellation);

    /// <inheritdoc/>
    public async Task<ReceptiveFields> ReceptiveFieldsAsync(string id, FieldsRequest request, CancellationToken cancellation = default)
    {
        var run = Find(id);
        return await RunReadings.FieldsAsync(run, request, cancellation) ?? throw RunReadings.NoWeights(run);
    }

    /// <inheritdoc/>
    public Task<NegativeExamples> NegativesAsync(string id, int count, CancellationToken cancellation = default) =>
        RunReadings.NegativesAsync(Find(id), count, cancellation);

    /// <inheritdoc/>
    public Task<LayerStatistics?> LayerStatisticsAsync(string id, int layer, CancellationToken cancellation = default) =>
        RunReadings.LayerAsync(Find(id), layer, cancellation);

    /// <inheritdoc/>
    public Task<Classification> ClassifyAsync(string id, ReadOnlyMemory<byte> pixels, CancellationToken cancellation = default) =>
        RunReadings.ClassifyAsync(Find(id), pixels, cancellation);

    /// <summary>Reads what is stored; runs that the last program left running come back as interrupted.</summary>
    internal static Task OpenAsync() => Task.CompletedTask;

    /// <summary>Ends every loop and brings everything to disk.</summary>
    internal Task CloseAsync() => _scheduler.CloseAsync();

    private static void CheckFrom(long from)
    {
        if (from < 0)
        {
            throw new RunRequestException($"Points are numbered from 0; asked for those from {from} on.");
        }
    }

    private Run Find(string id) => _context.Book.Find(id);

    private Run NewRun(RunSnapshot snapshot) =>
        new(snapshot, new MetricLog(0, (_, _, _) => Task.FromResult<IReadOnlyList<MetricPoint>>([])), _ => _context.Book.Changed.Raise());
}
