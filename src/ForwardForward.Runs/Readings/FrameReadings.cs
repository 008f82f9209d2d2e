using System.Runtime.CompilerServices;
using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Frames;
using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Trainers;
using ForwardForward.Runs.Snapshots;

namespace ForwardForward.Runs.Readings;

/// <summary>Takes the readings that trainers declare, as frames. It knows none of them by name.</summary>
internal sealed class FrameReadings(RunReadings runs)
{
    // A reading that costs as much as many steps holds the training up: nobody learns more from seeing it often.
    private const double MostSlow = 0.5;
    private const double MostOnDemand = 0.1;

    private readonly ConditionalWeakTable<Run, IReadOnlyList<ReadingInfo>> _known = [];

    /// <summary>The readings of a run.</summary>
    /// <exception cref="RunStateException">The run has no network yet.</exception>
    public async Task<IReadOnlyList<ReadingInfo>> InfosAsync(Run run, CancellationToken cancellation)
    {
        var infos = await runs.ReadAsync(run, InfosOf, cancellation) ?? throw RunReadings.NoWeights(run);
        if (!infos.Any(info => info.NeedsSamples))
        {
            return infos;
        }

        var samples = await runs.ImagesAsync(run, cancellation);
        return await runs.ReadAsync(run, trainer => InfosOf(With(trainer, samples)), cancellation) ?? throw RunReadings.NoWeights(run);
    }

    /// <summary>Takes one; null when there is nothing to show yet.</summary>
    /// <exception cref="RunRequestException">There is no such reading, or it cannot be asked this.</exception>
    /// <exception cref="RunStateException">The run has no network yet, or no snapshot.</exception>
    public async Task<Frame?> ReadAsync(Run run, string name, ReadingQuery query, CancellationToken cancellation)
    {
        var info = await FindAsync(run, name, cancellation);
        if (query.Step is { } step)
        {
            Check(query, info);
            return PastFrames.Of(await runs.MomentAsync(run, step, cancellation), run.Snapshot, info, query);
        }

        var samples = info.NeedsSamples ? await runs.ImagesAsync(run, cancellation) : null;
        var taken = await runs.ReadAsync(run, trainer => new Taken(Read(With(trainer, samples), name, query)), cancellation) ?? throw RunReadings.NoWeights(run);
        return taken.Frame ?? (info.IsKept
            ? await runs.NewestAsync(run, moment => PastFrames.Of(moment, run.Snapshot, info, query), cancellation)
            : null);
    }

    /// <summary>Takes one again and again.</summary>
    public async IAsyncEnumerable<Frame> WatchAsync(
        Run run, string name, ReadingQuery query, double framesPerSecond, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (query.Step is not null)
        {
            throw new RunRequestException("The past does not change: ask for a step once, and watch without it.");
        }

        ReadingCadence? cadence = null;
        await foreach (var picture in runs.WatchAsync(run, (name, query), ReadAsync, () => Math.Min(framesPerSecond, Most(cadence)), cancellation))
        {
            yield return picture.Frame;
        }

        async Task<FramePicture?> ReadAsync(CancellationToken token)
        {
            try
            {
                cadence ??= (await FindAsync(run, name, token)).Cadence;
                return await this.ReadAsync(run, name, query, token) is { } frame ? new FramePicture(run.NextPictureVersion(), frame) : null;
            }
            catch (RunStateException)
            {
                // No weights yet: they come with the first step.
                return null;
            }
        }
    }

    // What a run can be asked never changes, but for the examples to choose from, which are looked at when it is read.
    private async Task<ReadingInfo> FindAsync(Run run, string name, CancellationToken cancellation)
    {
        if (!_known.TryGetValue(run, out var infos))
        {
            infos = await runs.ReadAsync(run, InfosOf, cancellation) ?? throw RunReadings.NoWeights(run);
            _known.AddOrUpdate(run, infos);
        }

        return infos.FirstOrDefault(info => info.Name == name) ?? throw Unknown(name, infos);
    }

    private static Frame? Read(Trainer trainer, string name, ReadingQuery query)
    {
        var reading = trainer.Readings.FirstOrDefault(reading => reading.Info.Name == name) ?? throw Unknown(name, InfosOf(trainer));
        Check(query, reading.Info);
        return reading.Read(query);
    }

    private static void Check(ReadingQuery query, ReadingInfo info)
    {
        if (query.ProblemFor(info) is { } problem)
        {
            throw new RunRequestException(problem);
        }
    }

    private static Trainer With(Trainer trainer, Splits<ImageSet>? samples)
    {
        trainer.SampleData = samples ?? trainer.SampleData;
        return trainer;
    }

    private static IReadOnlyList<ReadingInfo> InfosOf(Trainer trainer) => [.. trainer.Readings.Select(reading => reading.Info)];

    private static double Most(ReadingCadence? cadence) => cadence switch
    {
        ReadingCadence.Slow => MostSlow,
        ReadingCadence.OnDemand => MostOnDemand,
        _ => double.MaxValue,
    };

    private static RunRequestException Unknown(string name, IReadOnlyList<ReadingInfo> infos) => new(infos.Count == 0
        ? $"This run has no readings; asked for '{name}'."
        : $"There is no reading '{name}'; there are {string.Join(", ", infos.Select(info => info.Name))}.");

    private sealed record Taken(Frame? Frame);

    private sealed record FramePicture(long Version, Frame Frame) : IPicture
    {
        public long Step => Frame.Step;
    }
}
