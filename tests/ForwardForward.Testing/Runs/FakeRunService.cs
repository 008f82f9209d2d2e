using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ForwardForward.Experiments;
using ForwardForward.Learning.Classifying;
using ForwardForward.Learning.Trainers;
using ForwardForward.Runs;

namespace ForwardForward.Testing.Runs;

/// <summary>
/// Runs that do nothing until a test moves them. Commands change the state as the real service does, are noted in
/// <see cref="Commands"/>, and can be made to fail with <see cref="Failure"/>.
/// </summary>
public sealed class FakeRunService : IRunService
{
    private readonly ConcurrentDictionary<string, FakeRun> _runs = new();
    private readonly ConcurrentDictionary<string, FakeRun> _bin = new();
    private readonly Newest<RunSnapshot?> _any = new(null);
    private int _created;

    /// <summary>No runs yet.</summary>
    public FakeRunService() => TestDigits = new FakeTestDigits(this);

    /// <summary>Commands so far, such as <c>pause abc</c>.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>What was asked to start.</summary>
    public ConcurrentQueue<StartRun> Requests { get; } = new();

    /// <summary>Files that were brought in.</summary>
    public ConcurrentQueue<string> Imported { get; } = new();

    /// <summary>When set, every command throws it.</summary>
    public Exception? Failure { get; set; }

    /// <summary>A run that does not let itself be deleted; none at first.</summary>
    public string? Refused { get; set; }

    /// <summary>How images are classified.</summary>
    public Func<ReadOnlyMemory<byte>, Classification> Classify { get; set; } = _ => Samples.Classification(7);

    /// <summary>Test digits and mistakes, the same for every run.</summary>
    public FakeTestDigits TestDigits { get; }

    /// <inheritdoc/>
    ITestDigits IRunService.TestDigits => TestDigits;

    /// <summary>Turns id and scale of a request into the recipe that runs.</summary>
    public Func<StartRun, Recipe> Recipes { get; set; } = request => Samples.Recipe(request.Recipe, request.Scale, request.Seed ?? 1);

    /// <summary>Puts a run in.</summary>
    public FakeRun Add(RunSnapshot snapshot)
    {
        var run = new FakeRun(snapshot);
        _runs[snapshot.Id] = run;
        _any.Set(snapshot);
        return run;
    }

    /// <summary>A run to move.</summary>
    public FakeRun Run(string id) => _runs.TryGetValue(id, out var run) ? run : throw new RunNotFoundException(id);

    /// <inheritdoc/>
    public Task<RunSnapshot> StartAsync(StartRun request, CancellationToken cancellation = default)
    {
        Note("start", request.Recipe);
        Requests.Enqueue(request);
        var state = request.StartPaused ? RunState.Paused : RunState.Running;
        var id = $"fake{Interlocked.Increment(ref _created):D8}";
        return Task.FromResult(Add(Samples.Run(id, state) with { Recipe = Recipes(request) }).Snapshot);
    }

    /// <inheritdoc/>
    public IReadOnlyList<RunSnapshot> List() => [.. _runs.Values.Select(run => run.Snapshot).OrderByDescending(run => run.CreatedAt)];

    /// <inheritdoc/>
    public RunSnapshot Get(string id) => Run(id).Snapshot;

    /// <inheritdoc/>
    public Task<RunSnapshot> PauseAsync(string id, CancellationToken cancellation = default) => Command("pause", id, RunState.Paused);

    /// <inheritdoc/>
    public Task<RunSnapshot> ResumeAsync(string id, CancellationToken cancellation = default) => Command("resume", id, RunState.Running);

    /// <inheritdoc/>
    public Task<RunSnapshot> StepAsync(string id, StepUnit unit, CancellationToken cancellation = default) =>
        Command(unit == StepUnit.Batch ? "step-batch" : "step-epoch", id, RunState.Paused);

    /// <inheritdoc/>
    public Task<RunSnapshot> StopAsync(string id, CancellationToken cancellation = default) => Command("stop", id, RunState.Stopped);

    /// <inheritdoc/>
    public Task<RunSnapshot> ForkAsync(string id, CancellationToken cancellation = default)
    {
        Note("fork", id);
        var origin = Get(id);
        return Task.FromResult(Add(origin with { Id = $"fork{Interlocked.Increment(ref _created):D8}", State = RunState.Paused, ForkedFrom = id }).Snapshot);
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string id, CancellationToken cancellation = default)
    {
        Note("delete", id);
        if (id == Refused)
        {
            throw new RunStateException($"Run '{id}' is running; only a run that is paused, interrupted or ended can be deleted.");
        }

        var run = Run(id);
        _runs.TryRemove(id, out _);
        run.Change(before => before with { DeletedAt = Samples.Created.AddDays(1) });
        _bin[id] = run;
        _any.Set(run.Snapshot);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public IReadOnlyList<RunSnapshot> ListDeleted() => [.. _bin.Values.Select(run => run.Snapshot).OrderByDescending(run => run.DeletedAt)];

    /// <inheritdoc/>
    public Task<RunSnapshot> RestoreAsync(string id, CancellationToken cancellation = default)
    {
        Note("restore", id);
        var run = _bin.TryRemove(id, out var found) ? found : throw new RunNotFoundException(id);
        var back = run.Change(before => before with { DeletedAt = null });
        _runs[id] = run;
        _any.Set(back);
        return Task.FromResult(back);
    }

    /// <inheritdoc/>
    public Task DeleteForeverAsync(string id, CancellationToken cancellation = default)
    {
        Note("erase", id);
        return _bin.TryRemove(id, out _) ? Task.CompletedTask : throw new RunNotFoundException(id);
    }

    /// <inheritdoc/>
    public Task<RunSnapshot> AnnotateAsync(string id, RunAnnotation annotation, CancellationToken cancellation = default)
    {
        Note("annotate", id);
        var said = annotation.Checked();
        var changed = Run(id).Change(before => before with { Note = said.Note ?? before.Note, Tags = said.Tags ?? before.Tags });
        _any.Set(changed);
        return Task.FromResult(changed);
    }

    /// <inheritdoc/>
    public Task<Stream> ExportAsync(string id, CancellationToken cancellation = default)
    {
        Note("export", id);
        _ = Run(id);
        return Task.FromResult<Stream>(new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"run {id}")));
    }

    /// <inheritdoc/>
    public async Task<RunSnapshot> ImportAsync(Stream file, CancellationToken cancellation = default)
    {
        Note("import", $"{file.Length} bytes");
        using var reader = new StreamReader(file);
        Imported.Enqueue(await reader.ReadToEndAsync(cancellation));
        return Add(Samples.Run($"imported{Interlocked.Increment(ref _created):D4}", RunState.Paused)).Snapshot;
    }

    /// <inheritdoc/>
    public Task<RunSnapshot> SetLearningRateFactorAsync(string id, float factor, CancellationToken cancellation = default)
    {
        Note(FormattableString.Invariant($"factor {factor}"), id);
        return Task.FromResult(Get(id));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<MetricPoint>> MetricsAsync(string id, long from, int limit = 10_000, CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<MetricPoint>>([.. Run(id).History.Value.Skip((int)from).Take(limit)]);

    /// <inheritdoc/>
    public async IAsyncEnumerable<MetricPoint> WatchMetricsAsync(string id, long from, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var next = (int)from;
        await foreach (var history in Run(id).History.WatchAsync(cancellation))
        {
            for (; next < history.Count; next++)
            {
                yield return history[next];
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReceptiveFields> WatchReceptiveFieldsAsync(
        string id, FieldsRequest request, double framesPerSecond = 4, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        FieldRequests.Enqueue(request);
        await foreach (var fields in Run(id).Fields.WatchAsync(cancellation))
        {
            if (fields is not null)
            {
                yield return Cut(fields, request);
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<NegativeExamples> WatchNegativesAsync(
        string id, int count, double framesPerSecond = 4, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var examples in Run(id).Examples.WatchAsync(cancellation))
        {
            if (examples is not null)
            {
                yield return examples with { Pairs = [.. examples.Pairs.Take(count)] };
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RunSnapshot> WatchAsync(string? id, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (id is not null)
        {
            await foreach (var snapshot in Run(id).Snapshots.WatchAsync(cancellation))
            {
                yield return snapshot;
            }
        }

        await foreach (var snapshot in _any.WatchAsync(cancellation))
        {
            if (snapshot is not null)
            {
                yield return snapshot;
            }
        }
    }

    /// <inheritdoc/>
    public Task<ReceptiveFields> ReceptiveFieldsAsync(string id, FieldsRequest request, CancellationToken cancellation = default)
    {
        FieldRequests.Enqueue(request);
        return Task.FromResult(Run(id).Fields.Value is { } fields
            ? Cut(fields, request)
            : new ReceptiveFields(0, 0, request.Layer, 28, 28, 10, request.FirstUnit, []));
    }

    /// <inheritdoc/>
    public Task<NegativeExamples> NegativesAsync(string id, int count, CancellationToken cancellation = default) =>
        Task.FromResult(Run(id).Examples.Value ?? new NegativeExamples(0, 0, []));

    /// <inheritdoc/>
    public Task<LayerStatistics?> LayerStatisticsAsync(string id, int layer, CancellationToken cancellation = default) =>
        Task.FromResult(Run(id).Statistics);

    /// <summary>Which views of fields were asked for.</summary>
    public ConcurrentQueue<FieldsRequest> FieldRequests { get; } = new();

    /// <inheritdoc/>
    public Task<ExcitingImages> ExcitingImagesAsync(string id, int layer, int unit, int count, CancellationToken cancellation = default) =>
        Task.FromResult(Samples.Exciting(Get(id), layer, unit, count));

    /// <inheritdoc/>
    public Task<LabelIterations> IterationsAsync(string id, int? digit = null, CancellationToken cancellation = default) =>
        Failure is { } failure ? Task.FromException<LabelIterations>(failure) : Task.FromResult(Samples.Iterations(Get(id), digit));

    /// <inheritdoc/>
    public async IAsyncEnumerable<LabelIterations> WatchIterationsAsync(
        string id, int? digit = null, double framesPerSecond = 1, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var snapshot in Run(id).Snapshots.WatchAsync(cancellation))
        {
            yield return Samples.Iterations(snapshot, digit);
        }
    }

    /// <inheritdoc/>
    public Task<KeptMoments> MomentsAsync(string id, CancellationToken cancellation = default) =>
        Task.FromResult(new KeptMoments([.. Run(id).Moments.Keys], Run(id).MomentsTaken ?? Run(id).Moments.Count));

    /// <inheritdoc/>
    public Task<Moment> MomentAsync(string id, long step, CancellationToken cancellation = default)
    {
        var run = Run(id);
        return step < 0 || step > run.Snapshot.Step
            ? throw new RunRequestException($"Run '{id}' has done steps 0 to {run.Snapshot.Step}; asked for step {step}.")
            : new KeptMoments([.. run.Moments.Keys], 0).Nearest(step) is { } nearest
                ? Task.FromResult(run.Moments[nearest])
                : throw new RunStateException($"No snapshot of run '{id}' is kept; the first is taken when it begins to train.");
    }

    /// <inheritdoc/>
    public Task<BatchStory?> RetellAsync(string id, int pair, CancellationToken cancellation = default) =>
        Failure is { } failure ? Task.FromException<BatchStory?>(failure) : Task.FromResult(Run(id).Story is { } story ? story with { Pair = pair % story.Pairs } : null);

    /// <inheritdoc/>
    public Task<Classification> ClassifyAsync(string id, ReadOnlyMemory<byte> pixels, CancellationToken cancellation = default) =>
        Failure is { } failure ? Task.FromException<Classification>(failure) : Task.FromResult(Classify(pixels));

    private static ReceptiveFields Cut(ReceptiveFields fields, FieldsRequest request)
    {
        var size = fields.FieldWidth * fields.FieldHeight;
        var first = Math.Max(0, request.FirstUnit - fields.FirstUnit);
        var count = Math.Max(0, Math.Min(request.Count, (fields.Fields.Length / size) - first));
        return fields with { FirstUnit = request.FirstUnit, Fields = fields.Fields.AsSpan(first * size, count * size).ToArray() };
    }

    private Task<RunSnapshot> Command(string name, string id, RunState state)
    {
        Note(name, id);
        var changed = Run(id).Change(run => run with { State = state });
        _any.Set(changed);
        return Task.FromResult(changed);
    }

    private void Note(string command, string what)
    {
        Commands.Enqueue($"{command} {what}");
        if (Failure is { } failure)
        {
            throw failure;
        }
    }
}
