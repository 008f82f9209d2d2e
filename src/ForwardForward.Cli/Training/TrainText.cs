using System.Globalization;
using ForwardForward.Data;
using ForwardForward.Data.Synthetic;
using ForwardForward.Runs;
using ForwardForward.Runs.Results;

namespace ForwardForward.Cli.Training;

/// <summary>What a person reads while a run trains.</summary>
internal static class TrainText
{
    /// <summary>One line about an epoch.</summary>
    public static string Of(EpochSummary epoch)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"epoch {epoch.Epoch,4}  {epoch.TrainSeconds,8:0.0} s");
        if ((epoch.ValidationErrorGoodness ?? epoch.ValidationErrorSoftmax) is not null)
        {
            line += $"  validation error {Percent(epoch.ValidationErrorGoodness)} by goodness  {Percent(epoch.ValidationErrorSoftmax)} by softmax";
        }

        if (epoch.ValidationError is { } only)
        {
            line += $"  validation error {Percent(only)}";
        }

        return line + string.Concat(ScoreText.Of(epoch.Scores, epoch.Measures).Select(text => "  " + text));
    }

    /// <summary>The result, several lines.</summary>
    public static string Of(TrainResult result)
    {
        var hasOne = (result.ValidationError ?? result.TestError) is not null;
        var others = ScoreText.Of(result.Scores, result.Measures).Select(text => "  " + text).ToList();
        var classifies = others.Count == 0 || hasOne || (result.ValidationErrorGoodness ?? result.ValidationErrorSoftmax ?? result.TestErrorGoodness ?? result.TestErrorSoftmax) is not null;
        string[] errors =
        [
            $"  validation error  {Errors(hasOne, result.ValidationError, result.ValidationErrorGoodness, result.ValidationErrorSoftmax)}",
            $"  test error        {Errors(hasOne, result.TestError, result.TestErrorGoodness, result.TestErrorSoftmax)}",
        ];
        string[] lines =
        [
            $"{result.Recipe}, {result.Scale}, seed {result.Seed}: {result.Epochs} epochs on {result.Data}{(result.IsSynthetic ? " (made up by this program: not to be held against the paper)" : "")}",
            .. classifies ? errors : [],
            .. others,
            string.Create(CultureInfo.InvariantCulture, $"  {result.TrainSeconds:0.0} s of training, {result.SamplesPerSecond:0} images a second, run {result.Run}"),
        ];
        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>What must be said aloud when made-up digits stand in for the images that the recipe asks for; null when they do not.</summary>
    public static string? StandInWarning(RunSnapshot run) => run.IsSynthetic && run.Recipe.DataSet != SyntheticDigitsSource.Id
        ? $"WARNING: {run.Recipe.DataSet} could not be had, so this run learns from {run.DataName}, made up by this program. "
            + $"Its errors say nothing about {run.Recipe.DataSet}. 'data list' says what is missing; --datasets or {DataPaths.FolderVariable} names a folder that has it."
        : null;

    /// <summary>What a run is doing, for the left end of the progress bar.</summary>
    public static string Activity(RunSnapshot run) => run.State switch
    {
        RunState.Queued => "waiting for its turn",
        _ when run.Activity is { } activity => run.ActivityProgress is { } share
            ? string.Create(CultureInfo.InvariantCulture, $"{activity} {share * 100:0} %")
            : activity,
        _ when run.StepsPerEpoch == 0 => "starting",
        _ => string.Create(CultureInfo.InvariantCulture, $"{run.DataName}, epoch {Math.Min(run.Epoch + 1, run.Epochs)} of {run.Epochs}, {run.SamplesPerSecond ?? 0:0} images/s"),
    };

    private static string Errors(bool hasOne, double? only, double? goodness, double? softmax) =>
        hasOne ? Percent(only) : $"{Percent(goodness)} by goodness  {Percent(softmax)} by softmax";

    private static string Percent(double? value) =>
        value is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{percent,5:0.00} %") : "      -";
}
