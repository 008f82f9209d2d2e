using System.Collections.Concurrent;
using ForwardForward.Learning.Models;
using ForwardForward.Recipes;
using ForwardForward.Runs;

namespace ForwardForward.Testing.Runs;

/// <summary>
/// Runs that do nothing until a test moves them. Commands change the state as the real service does, are noted in
/// <see cref="Commands"/>, and can be made to fail with <see cref="Failure"/>.
/// </summary>
public sealed partial class FakeRunService : IRunService
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
    public Func<StartRun, ConfiguredRecipe> Recipes { get; set; } = request => Samples.Recipe(request.Recipe, request.Scale, request.Seed ?? 1);

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
