using ForwardForward.Recipes;
using ForwardForward.Runs;
using ForwardForward.Runs.Results;

namespace ForwardForward.Web.ViewModels.Paper;

/// <summary>The runs of this data directory that belong to a row of the paper's table: the same recipe at paper scale.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Best">The lowest test error in percent; null where none was counted on real images.</param>
/// <param name="Now">What the newest of them does that is not over yet, such as "epoch 3 of 60"; null when none is under way.</param>
/// <param name="NextSeed">The least seed, from 1, that neither a stored run nor one of these has.</param>
public sealed record RunsHere(int Count, double? Best, string? Now, ulong NextSeed)
{
    /// <summary>Those of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="all">All runs, newest first.</param>
    public static RunsHere Of(ReproducedRow row, IReadOnlyList<RunSnapshot> all)
    {
        RunSnapshot[] runs = [.. all.Where(run => run.Recipe.Scale == Scale.Paper && run.Recipe.Id == row.Row.Recipe && !run.IsReadOnly)];
        var errors = runs.Where(run => !run.IsSynthetic).SelectMany(TestErrors).ToArray();
        var taken = runs.Select(run => run.Recipe.Seed).Concat(row.Runs.Select(run => run.Seed)).ToHashSet();
        var next = 1UL;
        while (taken.Contains(next))
        {
            next++;
        }

        return new RunsHere(runs.Length, errors.Length == 0 ? null : errors.Min(), runs.Where(run => !IsOver(run.State)).Select(Doing).FirstOrDefault(), next);
    }

    private static IEnumerable<double> TestErrors(RunSnapshot run) => run.Scores
        .Where(score => ScoreNames.Split(score.Name) == ScoreNames.Test && run.Recipe.Measure(ScoreNames.Measure(score.Name)) is { Unit: "%", LowerIsBetter: true })
        .Select(score => score.Value);

    private static bool IsOver(RunState state) => state is RunState.Completed or RunState.Stopped or RunState.Failed;

    private static string Doing(RunSnapshot run) => $"{RunActions.Word(run.State).ToLowerInvariant()}{(RunProgress.Of(run).Where is { } where ? $", {where}" : "")}";
}
