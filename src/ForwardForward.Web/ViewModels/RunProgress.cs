using ForwardForward.Runs;

namespace ForwardForward.Web.ViewModels;

/// <summary>How far a run is, in words and as a share.</summary>
/// <param name="Share">Share of the whole schedule in [0, 1]; null until its length is known.</param>
/// <param name="Where">Such as "epoch 2 of 5"; null until its length is known.</param>
/// <param name="Remaining">Such as "about 40 s left"; null when it cannot be told.</param>
/// <param name="Activity">What is being done beside training, with its share when known; null when nothing is.</param>
public sealed record RunProgress(double? Share, string? Where, string? Remaining, string? Activity)
{
    /// <summary>Reads it off a run.</summary>
    public static RunProgress Of(RunSnapshot run)
    {
        var total = (long)run.StepsPerEpoch * run.Epochs;
        var share = total > 0 ? Math.Clamp((double)run.Step / total, 0, 1) : run.State == RunState.Completed ? 1 : (double?)null;
        var where = run.Epochs > 0 && total > 0 ? $"epoch {Math.Min(run.Epoch + 1, run.Epochs)} of {run.Epochs}" : null;
        return new RunProgress(share, where, Left(run, total), Doing(run));
    }

    private static string? Left(RunSnapshot run, long total)
    {
        if (run.State != RunState.Running || total == 0 || run.SamplesPerSecond is not > 0)
        {
            return null;
        }

        var seconds = (total - run.Step) * (double)run.Recipe.Settings.BatchSize / run.SamplesPerSecond.Value;
        return $"about {Figures.Duration(seconds < 10 ? Math.Ceiling(seconds) : seconds).Replace(".0 s", " s", StringComparison.Ordinal)} left";
    }

    private static string? Doing(RunSnapshot run) => run switch
    {
        { State: RunState.Queued, Activity: null } => "waiting for its turn",
        { Activity: null } => null,
        { ActivityProgress: { } share } => $"{run.Activity}, {share * 100:0} %",
        _ => run.Activity,
    };
}
