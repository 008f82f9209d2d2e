using ForwardForward.Cli.Results;
using ForwardForward.Cli.Training;
using ForwardForward.Data.Synthetic;
using ForwardForward.Recipes;
using ForwardForward.Runs;
using ForwardForward.Runs.Results;

namespace ForwardForward.Cli.Reproducing;

/// <summary>Runs what is missing from the paper's table, one run after the other, and stores each result as soon as it is there.</summary>
/// <param name="terminal">Where it says how it goes; Ctrl+C holds the present run.</param>
/// <param name="page">The Markdown page that is written anew after every run.</param>
internal sealed class Reproduction(Terminal terminal, ResultsPage page)
{
    /// <summary>Runs everything; returns the exit code.</summary>
    public async Task<int> RunAsync(IReadOnlyList<MissingRun> missing, IRunService runs)
    {
        for (var i = 0; i < missing.Count; i++)
        {
            var (recipe, file) = missing[i];
            await terminal.Output.WriteLineAsync($"{recipe.Id}, seed {recipe.Seed} ({i + 1} of {missing.Count})");
            var display = new LineDisplay(terminal.Output);
            using var leaving = CancellationTokenSource.CreateLinkedTokenSource(terminal.Interruption);
            var session = new TrainSession(runs, display, terminal.Error, onStandIn: leaving.Cancel);
            var run = await session.FollowAsync(await BeginAsync(recipe, runs), leaving.Token);
            if (IsStandIn(run))
            {
                await EndAsync(run, runs);
                await terminal.Error.WriteLineAsync($"Nothing is stored: {run.DataName} stood in for {recipe.DataSet}, and the paper's table is about {recipe.DataSet}.");
                return ExitCode.Failed;
            }

            if (run.State is RunState.Paused or RunState.Queued or RunState.Running)
            {
                await terminal.Error.WriteLineAsync($"Run {run.Id} holds at step {run.Step}. The same command goes on with it.");
                return ExitCode.Interrupted;
            }

            if (run.State != RunState.Completed)
            {
                await terminal.Error.WriteLineAsync(run.Failure ?? $"Run {run.Id} was {run.State.ToString().ToLowerInvariant()}.");
                return ExitCode.Failed;
            }

            display.Show(TrainResult.Of(run));
            file.Add(StoredResults.Empty(run.Recipe), StoredRun.Of(run, session.History));
            page.Write();
        }

        page.Write();
        await terminal.Output.WriteLineAsync(missing.Count == 0 ? $"Nothing is missing; {page.Path} is written anew." : $"{page.Path} is written.");
        return ExitCode.Done;
    }

    private static bool IsStandIn(RunSnapshot run) => run.IsSynthetic && run.Recipe.DataSet != SyntheticDigitsSource.Id;

    // So that nobody takes it up again.
    private static async Task EndAsync(RunSnapshot run, IRunService runs)
    {
        if (run.State != RunState.Completed)
        {
            await runs.StopAsync(run.Id);
        }
    }

    // A run of the same recipe that was held, killed, or finished without being stored is taken up: nothing is computed twice.
    private static async Task<RunSnapshot> BeginAsync(ConfiguredRecipe recipe, IRunService runs)
    {
        var text = RecipeJson.Write(recipe);
        var old = runs.List().FirstOrDefault(run =>
            run.State is RunState.Paused or RunState.Interrupted or RunState.Completed && !IsStandIn(run) && RecipeJson.Write(run.Recipe) == text);
        return old switch
        {
            null => await runs.StartAsync(new StartRun(recipe.Id, recipe.Scale, recipe.Seed)),
            { State: RunState.Completed } => old,
            _ => await runs.ResumeAsync(old.Id),
        };
    }
}
