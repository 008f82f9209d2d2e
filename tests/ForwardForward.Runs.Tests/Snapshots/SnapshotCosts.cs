using System.Diagnostics;
using ForwardForward.Data;
using ForwardForward.Recipes;
using ForwardForward.Runs.Snapshots;
using ForwardForward.Runs.Training;
using ForwardForward.Testing;
using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Snapshots;

/// <summary>
/// What snapshots cost, measured; not a test. <c>-explicit only -class "*SnapshotCosts" -showLiveOutput</c> prints, for every recipe, the
/// medians of a step, of taking a snapshot (on the thread that trains) and of bringing one to disk (beside it), and what all that a whole
/// schedule takes come to as a share of its steps.
/// </summary>
public sealed class SnapshotCosts
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task OfEveryRecipe()
    {
        using var folder = new TestFolder();
        var options = new RunsOptions { DataDirectory = folder.Path };
        using var sets = new DataLoader(DataPaths.FromEnvironment(folder.Path));
        using var training = new RecipeTraining(sets, options);
        var disk = new SnapshotFolder(Path.Combine(folder.Path, "snapshots"), new Runs.Checkpoints.CheckpointDisk());
        foreach (var id in RecipeCatalog.Ids)
        {
            using var setup = await training.CreateAsync(RecipeCatalog.Get(id, Scale.Quick), null, Token);
            var trainer = setup.Trainer;
            var (steps, takes, keeps, bytes) = (new List<double>(), new List<double>(), new List<double>(), 0);
            for (var i = 0; i < 60; i++)
            {
                steps.Add(Time(() => trainer.Step()));
                if (i % 6 == 5)
                {
                    Moment? moment = null;
                    takes.Add(Time(() => moment = MomentReading.Of(trainer, true, 1, RunScores.None)));
                    keeps.Add(Time(() => disk.Write(i, SnapshotFile.Encode(moment!))));
                    bytes = SnapshotFile.Encode(moment!).Length;
                }
            }

            var (step, take, keep, all) = (Median(steps), Median(takes), Median(keeps), (long)trainer.Course.StepsPerEpoch * trainer.Course.Epochs);
            var taken = SnapshotSchedule.Taken(all);
            TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant(
                $"{id,-28} step {step,7:0.00} ms  take {take,7:0.00} ms  keep {keep,7:0.00} ms  {bytes >> 10,4} KB  {taken,3} in {all,6} steps: {100 * taken * take / (all * step):0.00} % of training, {100 * taken * (take + keep) / (all * step):0.00} % with the disk"));
        }
    }

    private static double Time(Action work)
    {
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
