using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ForwardForward.Frames;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Readings;
using ForwardForward.Runs;

namespace ForwardForward.Testing.Runs;

/// <summary>What can be read of a run.</summary>
public sealed partial class FakeRunService
{
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
    public Task<IReadOnlyList<ReadingInfo>> ReadingsAsync(string id, CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<ReadingInfo>>([.. Run(id).Frames.Value.Select(frame => new ReadingInfo(frame.Name, frame.Name, "A reading of a test.", frame.Frame.Kind) { MostTiles = 10, Items = 10, IsKept = true })]);

    /// <inheritdoc/>
    public Task<Frame?> ReadAsync(string id, string reading, ReadingQuery query = default, CancellationToken cancellation = default)
    {
        Run(id).Queries.Enqueue(query);
        return Task.FromResult(Run(id).Frames.Value.FirstOrDefault(frame => frame.Name == reading)?.Frame);
    }

    /// <inheritdoc/>
    public Probe ProbeOf(string id) => Run(id).Snapshot.Recipe.Probe;

    /// <inheritdoc/>
    public Task<Frame> AskAsync(string id, ReadOnlyMemory<byte> probe, CancellationToken cancellation = default) => ProbeOf(id).ProblemWith(probe.Span) is { } problem
        ? throw new RunRequestException(problem)
        : Task.FromResult<Frame>(ClassificationFrame.Of(Run(id).Snapshot.Step, Classify(probe), []));

    /// <inheritdoc/>
    public async IAsyncEnumerable<Frame> WatchReadingAsync(
        string id, string reading, ReadingQuery query = default, double framesPerSecond = 4, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        Run(id).Queries.Enqueue(query);
        await foreach (var frames in Run(id).Frames.WatchAsync(cancellation))
        {
            if (frames.FirstOrDefault(frame => frame.Name == reading) is { } found)
            {
                yield return found.Frame;
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
    public Task<StepTrace?> RetellAsync(string id, int pair, CancellationToken cancellation = default) =>
        Failure is { } failure ? Task.FromException<StepTrace?>(failure) : Task.FromResult(Run(id).Story is { } story ? story with { Pair = pair % story.Pairs } : null);

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
}
