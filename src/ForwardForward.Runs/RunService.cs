using ForwardForward.Runs.Checkpoints;
using ForwardForward.Runs.Readings;
using ForwardForward.Runs.Scheduling;
using ForwardForward.Runs.Store;
using ForwardForward.Runs.TestDigits;
using ForwardForward.Runs.Training;
using Microsoft.Extensions.Logging;

namespace ForwardForward.Runs;

/// <summary>The runs of one data directory. <see cref="RunWorker"/> opens and closes it; it belongs to one program at a time.</summary>
public sealed partial class RunService : IRunService, IAsyncDisposable, IDisposable
{
    private const float LargestFactor = 100;
    private readonly RunsContext _context;
    private readonly RunScheduler _scheduler;
    private readonly RunReadings _readings;
    private readonly FrameReadings _frames;
    private readonly RunTestDigits _testDigits;
    private readonly IRecipeSource _recipes;
    private readonly RunFiles _files;
    private readonly RunBin _bin;
    private bool _isOpen;
    private int _closed;

    /// <summary>Makes the service; nothing happens before it is opened.</summary>
    public RunService(RunsOptions options, ITrainingFactory factory, IRecipeSource recipes, TimeProvider time, ILogger<RunService> logger)
        : this(options, factory, recipes, time, logger, new CheckpointDisk())
    {
    }

    internal RunService(
        RunsOptions options, ITrainingFactory factory, IRecipeSource recipes, TimeProvider time, ILogger<RunService> logger, ICheckpointDisk disk)
    {
        _context = new RunsContext(options, factory, time, logger, disk);
        _files = new RunFiles(_context);
        _scheduler = new RunScheduler(_context);
        _bin = new RunBin(_context, _scheduler);
        _readings = new RunReadings(_context);
        _frames = new FrameReadings(_readings);
        _testDigits = new RunTestDigits(_context, _readings);
        _recipes = recipes;
    }

    /// <inheritdoc/>
    /// <exception cref="RunStorageException">The run could not be stored.</exception>
    public async Task<RunSnapshot> StartAsync(StartRun request, CancellationToken cancellation = default)
    {
        var recipe = _recipes.Resolve(request);
        var run = _files.NewRun(new RunSnapshot
        {
            Id = RunId.New(),
            Recipe = recipe,
            State = request.StartPaused ? RunState.Paused : RunState.Queued,
            Epochs = recipe.Settings.Epochs,
            CreatedAt = _context.Time.GetUtcNow(),
        }, points: 0);
        EnsureOpen();
        await Task.Run(() => _context.Store.Write([RowMapping.ToRow(run.Snapshot)], [], []), cancellation);
        _scheduler.Add(run);
        return run.Snapshot;
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
    /// <exception cref="RunStorageException">The new run could not be stored.</exception>
    public async Task<RunSnapshot> ForkAsync(string id, CancellationToken cancellation = default)
    {
        var origin = Find(id);
        LoopOrders.CheckPresent(origin);
        var (snapshot, points) = await RunForking.ForkAsync(origin, _context, cancellation);
        var run = _files.NewRun(snapshot, points);
        _scheduler.Add(run);
        return run.Snapshot;
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string id, CancellationToken cancellation = default) => _bin.DeleteAsync(Find(id));

    /// <inheritdoc/>
    public IReadOnlyList<RunSnapshot> ListDeleted() => _bin.List();

    /// <inheritdoc/>
    public Task<RunSnapshot> RestoreAsync(string id, CancellationToken cancellation = default) => _bin.RestoreAsync(id);

    /// <inheritdoc/>
    public Task DeleteForeverAsync(string id, CancellationToken cancellation = default) => _bin.EraseAsync(id);

    /// <inheritdoc/>
    /// <exception cref="RunStorageException">It could not be written yet; it is kept in memory and tried again.</exception>
    public async Task<RunSnapshot> AnnotateAsync(string id, RunAnnotation annotation, CancellationToken cancellation = default)
    {
        var run = Find(id);
        LoopOrders.CheckPresent(run);
        var said = annotation.Checked();
        run.Update(snapshot => snapshot with { Note = said.Note ?? snapshot.Note, Tags = said.Tags ?? snapshot.Tags });
        await Task.Run(_context.Writer.Flush, CancellationToken.None);
        return run.Snapshot;
    }

    /// <inheritdoc/>
    public async Task<Stream> ExportAsync(string id, CancellationToken cancellation = default)
    {
        var run = Find(id);
        LoopOrders.CheckPresent(run);
        return await RunExport.WriteAsync(run, _context, cancellation);
    }

    /// <inheritdoc/>
    /// <exception cref="RunStorageException">The run could not be stored; nothing is left of it.</exception>
    public async Task<RunSnapshot> ImportAsync(Stream file, CancellationToken cancellation = default)
    {
        EnsureOpen();
        var (snapshot, points) = await Task.Run(() => RunImport.Read(file, _context, _recipes), cancellation);
        var run = _files.NewRun(snapshot, points);
        _scheduler.Return(run);
        return run.Snapshot;
    }

    /// <summary>The newest checkpoint of a run, a safetensors file; null when it has none.</summary>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    public string? NewestCheckpoint(string id) => _context.Checkpoints.List(Find(id).Id) is [var newest, ..] ? newest : null;

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

    /// <summary>Takes the data directory and reads what is stored; runs that the last program left running come back as interrupted.</summary>
    internal async Task OpenAsync(CancellationToken cancellation)
    {
        await _files.OpenAsync(cancellation);
        _bin.Start();
        _isOpen = true;
    }

    /// <summary>Ends every loop and brings everything to disk. Again does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            // First of all the loops are told, so that none of them takes another step meanwhile.
            var ended = _scheduler.CloseAsync();
            await _bin.DisposeAsync();
            await Task.Run(_testDigits.Dispose);
            await ended;
            _readings.Dispose();
            await _files.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private void EnsureOpen()
    {
        if (!_isOpen)
        {
            throw new InvalidOperationException("The runs are not open yet; the program starts its hosted services first.");
        }
    }

    private Run Find(string id) => _context.Book.TryFind(id) ?? throw (_context.Bin.TryFind(id) is null
        ? new RunNotFoundException(id)
        : new RunNotFoundException(id, $"There is no run '{id}' in the list: it was deleted, and can be restored from the bin."));
}
