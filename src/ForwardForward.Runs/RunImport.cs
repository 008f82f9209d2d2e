using System.Text.Json;
using ForwardForward.Runs.Checkpoints;
using ForwardForward.Runs.Store;
using ForwardForward.Runs.Training;

namespace ForwardForward.Runs;

/// <summary>
/// Makes a run out of a file from anywhere. Nothing is stored before everything is checked: form, recipe, ranges, and that the trainer
/// of the recipe takes the state as its own.
/// </summary>
internal static class RunImport
{
    private const int MostImages = 60_000;
    private const int LongestName = 100;

    /// <summary>Reads, checks and stores a run.</summary>
    /// <returns>Its snapshot and how many points its history has.</returns>
    /// <exception cref="RunRequestException">The file is no checkpoint, or none that this program can use.</exception>
    /// <exception cref="RunStorageException">It could not be stored; nothing is left of it.</exception>
    public static (RunSnapshot Snapshot, long Points) Read(Stream file, RunsContext context, IRecipeSource recipes)
    {
        var (checkpoint, history) = ReadFile(file);
        recipes.Check(checkpoint.Recipe);
        var settings = checkpoint.Recipe.Settings;
        if (settings is not { TrainImages: > 0 and <= MostImages, ValidationImages: >= 0 and <= MostImages, TestImages: >= 0 and <= MostImages })
        {
            throw Unusable($"Its recipe asks for {settings.TrainImages:N0} training images; there are at most {MostImages:N0}.");
        }

        history = [.. history.Take((int)Math.Min(checkpoint.Progress.Points, history.Count))];
        var snapshot = Restore(checkpoint, history, context);
        Store(checkpoint, snapshot, history, context);
        return (snapshot, history.Count);
    }

    private static (Checkpoint Checkpoint, IReadOnlyList<MetricPoint> History) ReadFile(Stream file)
    {
        try
        {
            return CheckpointFile.ReadExport(file);
        }
        catch (Exception exception) when (exception is CheckpointFormatException or EndOfStreamException)
        {
            throw Unusable(exception.Message);
        }
    }

    // The trainer of the recipe must take the state, whole and in the right shapes; then the run classifies, goes on and forks.
    private static RunSnapshot Restore(Checkpoint checkpoint, IReadOnlyList<MetricPoint> history, RunsContext context)
    {
        var (recipe, progress) = (checkpoint.Recipe, checkpoint.Progress);
        try
        {
            using var setup = context.Factory.CreateForViewing(recipe);
            setup.Trainer.RestoreState(checkpoint.State);
            var trainer = setup.Trainer;
            var total = (long)trainer.Course.StepsPerEpoch * trainer.Course.Epochs;
            if (trainer.Course.CompletedSteps != progress.Step || progress.Step > total)
            {
                throw Unusable($"It says that it was written after {progress.Step} of {total} batches, but its state is that after {trainer.Course.CompletedSteps}.");
            }

            if (!double.IsFinite(progress.Seconds) || progress.DataName.Length > LongestName
                || progress.Scores.Any(score => !double.IsFinite(score.Value) || (recipe.Measure(ScoreNames.Measure(score.Name)).Unit == "%" && score.Value is (< 0 or > 100))))
            {
                throw Unusable("Its progress has figures that no run has: errors lie between 0 and 100 percent, and names are short.");
            }

            var snapshot = new RunSnapshot
            {
                Id = RunId.New(),
                Recipe = recipe,
                State = progress.Step == total && progress.Pending == "none" ? RunState.Completed : RunState.Paused,
                CreatedAt = context.Time.GetUtcNow(),
                Epochs = trainer.Course.Epochs,
                StepsPerEpoch = trainer.Course.StepsPerEpoch,
                Layers = [.. trainer.LayerReadings.Layers],
                Step = progress.Step,
                Epoch = (int)(progress.Step / trainer.Course.StepsPerEpoch),
                TrainSeconds = progress.Seconds,
                Scores = progress.Scores,
                DataName = progress.DataName,
                IsSynthetic = progress.IsSynthetic,
                LastMetrics = history.Count > 0 ? history[^1] : null,
                Tags = ["imported"],
            };

            // What could not be read and shown again is not stored.
            return RowMapping.ToSnapshot(RowMapping.ToRow(snapshot), snapshot.LastMetrics);
        }
        catch (Exception exception) when (exception is ArgumentException or KeyNotFoundException or OverflowException or JsonException)
        {
            throw Unusable($"It does not fit its own recipe, {recipe.Id}. {exception.Message}");
        }
    }

    private static void Store(Checkpoint checkpoint, RunSnapshot snapshot, IReadOnlyList<MetricPoint> history, RunsContext context)
    {
        NewRunFiles.Write(snapshot.Id, context, () =>
        {
            context.Checkpoints.Save(checkpoint with { RunId = snapshot.Id, Progress = checkpoint.Progress with { Points = history.Count } });
            context.Store.Write([RowMapping.ToRow(snapshot)], [.. history.Select(point => RowMapping.ToRow(snapshot.Id, point))], []);
        });
    }

    private static RunRequestException Unusable(string why) => new($"The file cannot be used as a run. {why}");
}
