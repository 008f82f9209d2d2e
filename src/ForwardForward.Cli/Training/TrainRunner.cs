using ForwardForward.Cli.Results;
using ForwardForward.Recipes;
using ForwardForward.Recipes.Settings;
using ForwardForward.Runs;
using ForwardForward.Runs.Results;

namespace ForwardForward.Cli.Training;

/// <summary>Begins or resumes a run, follows it, and says how it ended.</summary>
internal sealed class TrainRunner(Terminal terminal, bool json, string? resultFile)
{
    /// <summary>Trains; returns the exit code.</summary>
    public async Task<int> RunAsync(TrainArguments arguments, DataFolders places, int? threads)
    {
        var start = arguments.NewRun();
        if (start is not null && resultFile is not null)
        {
            EnsureResultFits(RecipeSettings.Apply(RecipeCatalog.Get(start.Recipe, start.Scale), start.Settings!));
        }

        await using var engine = await EngineHost.StartAsync(places, threads, terminal.Interruption);
        var runs = engine.Runs;
        var run = start is not null
            ? await engine.Runs.StartAsync(start)
            : await ResumeAsync(engine.Runs, arguments.Resume!);

        ITrainDisplay display = json ? new JsonDisplay(terminal.Output)
            : terminal.IsInteractive ? new ProgressDisplay(terminal.Output)
            : new LineDisplay(terminal.Output);
        var session = new TrainSession(engine.Runs, display, terminal.Error);
        await display.RunAsync(async () =>
        {
            run = await session.FollowAsync(run, terminal.Interruption);
            if (run.State == RunState.Completed)
            {
                display.Show(TrainResult.Of(run));
            }
        });
        if (run.State != RunState.Completed)
        {
            // What holds is saved in the end; only then is it known from where it can go on.
            await engine.DisposeAsync();
            run = runs.Get(run.Id);
        }

        return await ConcludeAsync(run, session.History, places);
    }

    private async Task<RunSnapshot> ResumeAsync(IRunService runs, string id)
    {
        if (id == "last")
        {
            id = runs.List().FirstOrDefault(run => run.State is RunState.Paused or RunState.Interrupted)?.Id
                ?? throw new UsageException("There is no paused or interrupted run to resume.");
        }

        var run = runs.Get(id);
        EnsureResultFits(run.Recipe);
        await terminal.Error.WriteLineAsync($"Going on with run {run.Id}: {run.Recipe.Id}, seed {run.Recipe.Seed}, step {run.Step}.");
        return await runs.ResumeAsync(id);
    }

    private void EnsureResultFits(ConfiguredRecipe recipe)
    {
        if (resultFile is not null)
        {
            new StoredResultsFile(resultFile).EnsureFits(StoredResults.Empty(recipe));
        }
    }

    private async Task<int> ConcludeAsync(RunSnapshot run, List<EpochSummary> history, DataFolders places)
    {
        if (run.Warning is { } warning)
        {
            await terminal.Error.WriteLineAsync(warning);
        }

        switch (run.State)
        {
            case RunState.Completed:
                if (resultFile is not null)
                {
                    new StoredResultsFile(resultFile).Add(StoredResults.Empty(run.Recipe), StoredRun.Of(run, history));
                }

                return ExitCode.Done;
            case RunState.Paused or RunState.Queued or RunState.Running:
                var data = places.Directory is { } directory ? $" --data {directory}" : "";
                await terminal.Error.WriteLineAsync($"Run {run.Id} holds at step {run.Step}. Go on with: train --resume {run.Id}{data}");
                return ExitCode.Interrupted;
            default:
                await terminal.Error.WriteLineAsync(run.Failure ?? $"Run {run.Id} was {run.State.ToString().ToLowerInvariant()}.");
                return ExitCode.Failed;
        }
    }
}
