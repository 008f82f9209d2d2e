using ForwardForward.Recipes;
using ForwardForward.Runs.Feed;
using ForwardForward.Runs.Results;

namespace ForwardForward.Runs.Starter;

/// <summary>The shipped network as a run among the others: completed, read only, its history that of its training.</summary>
internal static class StarterRun
{
    /// <summary>Makes the run. It is in no database: nothing about it ever changes.</summary>
    public static Run Make(StarterNetwork starter, RunsContext context)
    {
        var (recipe, progress, trained) = (starter.Recipe, starter.Progress, starter.Trained);
        using var setup = context.Factory.CreateForViewing(recipe);
        var history = new MetricLog(0, (_, _, _) => Task.FromResult<IReadOnlyList<MetricPoint>>([]));
        MetricPoint? last = null;
        foreach (var epoch in trained.History)
        {
            last = history.Append(epoch.Step, epoch.Epoch, epoch.TrainSeconds, Values(epoch));
        }

        return new Run(
            new RunSnapshot
            {
                Id = StarterNetwork.Id,
                Recipe = recipe,
                State = RunState.Completed,
                IsReadOnly = true,
                CreatedAt = DateTimeOffset.UnixEpoch,
                DataName = progress.DataName,
                IsSynthetic = progress.IsSynthetic,
                Epoch = recipe.Settings.Epochs,
                Epochs = recipe.Settings.Epochs,
                Step = progress.Step,
                StepsPerEpoch = (int)(progress.Step / recipe.Settings.Epochs),
                Layers = setup.Trainer.LayerReadings.Layers,
                LastMetrics = last,
                Scores = RunScores.None.With(new ClassifierErrors(
                    trained.ValidationErrorGoodness, trained.ValidationErrorSoftmax ?? trained.ValidationError, trained.TestErrorGoodness, trained.TestErrorSoftmax ?? trained.TestError).ToScores()),
                SamplesPerSecond = trained.SamplesPerSecond,
                TrainSeconds = trained.TrainSeconds,
            },
            history,
            (_, _) => { });
    }

    private static Dictionary<string, double> Values(EpochSummary epoch)
    {
        var values = new Dictionary<string, double>(epoch.Values);
        Add(MetricNames.ValidationGoodness, epoch.ValidationErrorGoodness);
        Add(MetricNames.ValidationSoftmax, epoch.ValidationErrorSoftmax ?? epoch.ValidationError);
        return values;

        void Add(string name, double? value)
        {
            if (value is { } percent)
            {
                values[name] = percent;
            }
        }
    }
}
