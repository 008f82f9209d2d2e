using System.Runtime.CompilerServices;
using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Frames;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Trainers;
using ForwardForward.Recipes;
using ForwardForward.Runs.Checkpoints;
using ForwardForward.Runs.Loop;

namespace ForwardForward.Runs.Readings;

/// <summary>
/// Pictures, statistics and classifications of a run. They are taken only when somebody asks: from the loop between two steps while the
/// run is in memory, else from its newest checkpoint.
/// </summary>
internal sealed class RunReadings(RunsContext context) : IDisposable
{
    private readonly RunArchive _archive = new(context);
    private readonly ConditionalWeakTable<Run, SharedPictures> _shared = [];
    private KeptImages? _images;

    /// <summary>Receptive fields; null as long as the run has no weights.</summary>
    public async Task<ReceptiveFields?> FieldsAsync(Run run, FieldsRequest request, CancellationToken cancellation)
    {
        var images = request.View == FieldsView.Inputs ? UnitReadings.Of(await ImagesAsync(run, cancellation)) : null;
        return await ReadAsync(run, trainer => TrainerReadings.Fields(run, trainer, request, images), cancellation);
    }

    /// <summary>What excites a unit most; null as long as the run has no weights.</summary>
    public async Task<ExcitingImages?> ExcitingAsync(Run run, int layer, int unit, int count, CancellationToken cancellation)
    {
        var images = UnitReadings.Of(await ImagesAsync(run, cancellation));
        return await ReadAsync(run, trainer => UnitReadings.Images(run, trainer, layer, unit, count, images), cancellation);
    }

    /// <summary>How each label fares while a recurrent net settles.</summary>
    /// <exception cref="RunRequestException">The net does not settle, or there is no such digit.</exception>
    /// <exception cref="RunStateException">The run has no weights yet.</exception>
    public async Task<LabelIterations> IterationsAsync(Run run, int? digit, CancellationToken cancellation)
    {
        LabelIterating.CheckSettles(run.Recipe);
        var test = (await ImagesAsync(run, cancellation)).Test;
        var shown = LabelIterating.Digit(test, digit)
            ?? (await NegativesAsync(run, 1, cancellation) is { Pairs: [var pair, ..] } ? LabelIterating.Digit(pair) : LabelIterating.Digit(test, 0)!);
        var step = run.Snapshot.Step;
        return LabelIterating.Of(run, step, shown, test.Count, await ClassifyAsync(run, shown.Pixels, cancellation));
    }

    /// <summary>Examples of the last batch, else those of the newest snapshot that has any; none before the first step.</summary>
    public async Task<NegativeExamples> NegativesAsync(Run run, int count, CancellationToken cancellation)
    {
        TrainerReadings.CheckExamples(count);
        return await LastBatchAsync(run, trainer => TrainerReadings.Negatives(run, trainer, count), cancellation)
            ?? await NewestAsync(run, moment => moment.Examples.Pairs.Count > 0 ? Cut(run, moment.Examples, count) : null, cancellation)
            ?? new NegativeExamples(run.NextPictureVersion(), run.Snapshot.Step, []);
    }

    /// <summary>Statistics of a layer on the last batch, else those of the newest snapshot that has any; null before the first step.</summary>
    public async Task<LayerStatistics?> LayerAsync(Run run, int layer, CancellationToken cancellation)
    {
        if (run.Snapshot.Layers is { Count: > 0 } layers && (layer < 0 || layer >= layers.Count))
        {
            throw new RunRequestException($"There are layers 0 to {layers.Count - 1}; asked for layer {layer}.");
        }

        return await LastBatchAsync(run, trainer => trainer.LayerReadings.MeasureLayer(layer), cancellation)
            ?? await NewestAsync(run, moment => layer >= 0 && layer < moment.Layers.Count ? moment.Layers[layer] : null, cancellation);
    }

    /// <summary>What is kept of a run.</summary>
    public Task<KeptMoments> MomentsAsync(Run run, CancellationToken cancellation) => Task.Run(() => context.Snapshots.List(run.Id), cancellation);

    /// <summary>The snapshot nearest to a step.</summary>
    /// <exception cref="RunRequestException">The run has not come to that step.</exception>
    /// <exception cref="RunStateException">There is no snapshot.</exception>
    public async Task<Moment> MomentAsync(Run run, long step, CancellationToken cancellation)
    {
        // What is told of a run may lag behind what is already kept of it.
        var kept = await MomentsAsync(run, cancellation);
        var done = kept.Steps is [.., var newest] ? Math.Max(newest, run.Snapshot.Step) : run.Snapshot.Step;
        if (step < 0 || step > done)
        {
            throw new RunRequestException($"Run '{run.Id}' has done steps 0 to {done}; asked for step {step}.");
        }

        return await Task.Run(() => context.Snapshots.Find(run.Id, step), cancellation)
            ?? throw new RunStateException($"No snapshot of run '{run.Id}' is kept; the first is taken when it begins to train.");
    }

    /// <summary>One pair of the last batch, layer by layer; null where there is no such story.</summary>
    public static Task<StepTrace?> RetellAsync(Run run, int pair, CancellationToken cancellation) => pair < 0
        ? throw new RunRequestException($"Pairs of a batch are numbered from 0; asked for pair {pair}.")
        : LastBatchAsync(run, trainer => trainer.LayerReadings.Trace(pair), cancellation);

    /// <summary>Classifies an image on the newest weights.</summary>
    /// <exception cref="RunStateException">The run has no weights yet.</exception>
    public Task<Classification> ClassifyAsync(Run run, ReadOnlyMemory<byte> pixels, CancellationToken cancellation) => WithModelAsync(
        run,
        model => pixels.Length == model.PixelsPerImage
            ? model.Classify(pixels.Span)
            : throw new RunRequestException($"The network of run '{run.Id}' takes {model.PixelsPerImage} pixels; got {pixels.Length}."),
        cancellation);

    /// <summary>Asks the newest weights.</summary>
    /// <exception cref="RunRequestException">The bytes are not what the run's network can be asked with.</exception>
    /// <exception cref="RunStateException">The run has no weights yet.</exception>
    public Task<Frame> AskAsync(Run run, ReadOnlyMemory<byte> probe, CancellationToken cancellation) => run.Recipe.Probe.ProblemWith(probe.Span) is { } problem
        ? throw new RunRequestException(problem)
        : WithModelAsync(run, model => model.Ask(probe.Span), cancellation);

    private async Task<T> WithModelAsync<T>(Run run, Func<IModel, T> ask, CancellationToken cancellation)
    {
        using var lease = await BorrowAsync(run, cancellation) ?? throw NoWeights(run);
        await lease.OneAtATime.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => ask(lease.Network), cancellation);
        }
        finally
        {
            lease.OneAtATime.Release();
        }
    }

    /// <summary>A copy of the newest weights for the caller alone, who disposes of it; null as long as the run has none.</summary>
    public async Task<IModel?> CaptureAsync(Run run, CancellationToken cancellation)
    {
        if (run.Loop is { } loop)
        {
            try
            {
                if (await loop.ReadAsync(trainer => trainer.CaptureModel()) is { } network)
                {
                    return network;
                }
            }
            catch (LoopEndedException)
            {
                // It has ended just now: its checkpoint has the weights.
            }
        }

        return await _archive.ReadAsync(run, trainer => trainer.CaptureModel(), cancellation);
    }

    /// <summary>
    /// Pictures as the run goes on: the newest, then a newer one as soon as the step has changed and <paramref name="framesPerSecond"/>
    /// allows. Each reader asks for its next picture when it is ready for it, so a slow one skips and nobody keeps anything for it;
    /// readers who ask for the same <paramref name="kind"/> within half a frame share one reading.
    /// </summary>
    public IAsyncEnumerable<T> WatchAsync<T>(
        Run run, object kind, Func<CancellationToken, Task<T?>> read, double framesPerSecond, CancellationToken cancellation)
        where T : class, IPicture => WatchAsync(run, kind, read, () => framesPerSecond, cancellation);

    /// <summary>The same at a rate that is asked for anew before every picture.</summary>
    public async IAsyncEnumerable<T> WatchAsync<T>(
        Run run, object kind, Func<CancellationToken, Task<T?>> read, Func<double> framesPerSecond, [EnumeratorCancellation] CancellationToken cancellation)
        where T : class, IPicture
    {
        if (!(framesPerSecond() is > 0 and <= 60))
        {
            throw new RunRequestException($"Pictures come at more than 0 and at most 60 a second; asked for {framesPerSecond()}.");
        }

        var shared = _shared.GetValue(run, _ => new SharedPictures(context.Time));
        long? lastStep = null;
        while (!run.IsDeleted)
        {
            var version = run.Changed.Version;
            var ended = run.HasEnded;
            var step = run.Snapshot.Step;
            var pause = TimeSpan.FromSeconds(1 / framesPerSecond());
            if (step != lastStep && await shared.GetAsync(kind, pause / 2, lastStep, read, cancellation) is { } picture)
            {
                lastStep = picture.Step;
                yield return picture;

                // The first reading is what tells how often it makes sense to take it.
                await Task.Delay(TimeSpan.FromSeconds(1 / framesPerSecond()), context.Time, cancellation);
            }
            else if (!ended)
            {
                await run.Changed.WaitAsync(version, cancellation);
            }

            if (ended)
            {
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    /// <summary>Says that a run has no weights to look at.</summary>
    public static RunStateException NoWeights(Run run) => new(MissingCheckpoint.IsExpected(run.Snapshot) && run.Loop is null
        ? MissingCheckpoint.Sentence(run.Snapshot)
        : $"Run '{run.Id}' is {run.State.ToString().ToLowerInvariant()} and has no weights yet; they exist once it has begun to train.");

    /// <summary>The images of a run's recipe. They are kept, so that looking at a run on one set and training on another do not have both read again and again.</summary>
    public async Task<Splits<ImageSet>> ImagesAsync(Run run, CancellationToken cancellation)
    {
        if (Volatile.Read(ref _images) is { } kept && kept.Of == DataOf(run.Recipe))
        {
            return kept.Set;
        }

        var set = await context.Factory.LoadImagesAsync(run.Recipe, cancellation);
        Volatile.Write(ref _images, new KeptImages(DataOf(run.Recipe), set));
        return set;
    }

    /// <summary>Reads a trainer: from the loop between two steps while the run is in memory, else from its newest checkpoint; null without either.</summary>
    public async Task<T?> ReadAsync<T>(Run run, Func<Trainer, T> read, CancellationToken cancellation)
        where T : class
    {
        if (run.Loop is { } loop)
        {
            try
            {
                if (await loop.ReadAsync(read).WaitAsync(cancellation) is { } found)
                {
                    return found;
                }
            }
            catch (LoopEndedException)
            {
                // It has ended just now: its checkpoint has what was asked for.
            }
        }

        return await _archive.ReadAsync(run, read, cancellation);
    }

    private static async Task<T?> LastBatchAsync<T>(Run run, Func<Trainer, T?> read, CancellationToken cancellation)
        where T : class
    {
        if (run.Loop is { } loop)
        {
            try
            {
                return await loop.ReadLastBatchAsync(read).WaitAsync(cancellation);
            }
            catch (LoopEndedException)
            {
                // A run that has ended has no last batch.
            }
        }

        return null;
    }

    /// <summary>Reads the newest snapshot that has what is asked for; null when none has.</summary>
    public async Task<T?> NewestAsync<T>(Run run, Func<Moment, T?> read, CancellationToken cancellation)
        where T : class => await Task.Run(() => context.Snapshots.Find(run.Id, long.MaxValue, moment => read(moment) is not null), cancellation) is { } moment ? read(moment) : null;

    private static NegativeExamples Cut(Run run, NegativeExamples examples, int count) =>
        examples with { Version = run.NextPictureVersion(), Pairs = [.. examples.Pairs.Take(count)] };

    private async Task<NetworkLease?> BorrowAsync(Run run, CancellationToken cancellation)
    {
        if (run.Loop is { } loop)
        {
            try
            {
                if ((loop.Networks.TryBorrow(run.Snapshot.Step) ?? await loop.BorrowAsync().WaitAsync(cancellation)) is { } lease)
                {
                    return lease;
                }
            }
            catch (LoopEndedException)
            {
                // It has ended just now: its checkpoint has the weights.
            }
        }

        return await _archive.BorrowAsync(run, cancellation);
    }

    private static (string Set, int Train, int Validation, int Test) DataOf(ConfiguredRecipe recipe) =>
        (recipe.DataSet, recipe.Settings.TrainImages, recipe.Settings.ValidationImages, recipe.Settings.TestImages);

    private sealed record KeptImages((string Set, int Train, int Validation, int Test) Of, Splits<ImageSet> Set);
}
