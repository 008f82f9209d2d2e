using ForwardForward.Frames;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Trainers;
using ForwardForward.Recipes;
using ForwardForward.Runs.Training;

namespace ForwardForward.Runs.Loop;

/// <summary>Decides when errors are counted, and counts them batch by batch, so that commands are heard in between.</summary>
internal sealed class EvaluationTurn(TrainingSetup setup, TrainingSettings settings) : IDisposable
{
    private IEvaluation? _evaluation;

    /// <summary>What has yet to be counted.</summary>
    public PendingCount Pending { get; set; }

    /// <summary>What is being done, in words.</summary>
    public string Activity => $"counting {Pending.Name()} errors";

    /// <summary>Share that is done, in [0, 1].</summary>
    public double Progress => _evaluation?.Progress ?? 0;

    private int EpochsDone => (int)(setup.Trainer.Course.CompletedSteps / setup.Trainer.Course.StepsPerEpoch);

    private bool CountsGoodness => IsLast || IsMultiple(settings.CountThoroughlyEvery);

    private bool IsLast => EpochsDone >= setup.Trainer.Course.Epochs;

    /// <summary>To be called after every mini-batch: at the end of an epoch a count may become due.</summary>
    public void AfterStep()
    {
        if (setup.Trainer.Course.CompletedSteps % setup.Trainer.Course.StepsPerEpoch == 0)
        {
            var due = IsLast || IsMultiple(settings.ValidateEvery) || IsMultiple(settings.CountThoroughlyEvery);
            Pending = due && setup.Validation.Count > 0 ? PendingCount.Validation : After(PendingCount.Training);
        }
    }

    /// <summary>Looks at one more batch; the scores, with their split in the name, once the count is complete, else null.</summary>
    public IReadOnlyList<Score>? Advance()
    {
        _evaluation ??= Pending switch
        {
            PendingCount.Test => setup.Trainer.BeginEvaluation(setup.Test, thorough: true),
            PendingCount.Training => setup.Trainer.BeginEvaluation(setup.Training!, thorough: true),
            _ => setup.Trainer.BeginEvaluation(setup.Validation, CountsGoodness),
        };
        if (_evaluation.Advance())
        {
            return null;
        }

        Score[] scores = [.. _evaluation.Scores.Select(score => score with { Name = ScoreNames.Of(Pending.Name(), score.Name) })];
        _evaluation.Dispose();
        _evaluation = null;
        Pending = After(Pending);
        return scores;
    }

    /// <inheritdoc/>
    public void Dispose() => _evaluation?.Dispose();

    private PendingCount After(PendingCount counted) => counted switch
    {
        PendingCount.Validation when CountsGoodness && setup.Training is { Count: > 0 } => PendingCount.Training,
        PendingCount.Validation or PendingCount.Training when IsLast && setup.Test.Count > 0 => PendingCount.Test,
        _ => PendingCount.None,
    };

    private bool IsMultiple(int every) => every > 0 && EpochsDone % every == 0;
}
