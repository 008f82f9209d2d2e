using ForwardForward.Data;
using ForwardForward.Runs;
using ForwardForward.Runs.Training;
using Microsoft.Extensions.Logging.Abstractions;

namespace ForwardForward.CrashHost;

/// <summary>Brings every run of a folder to its end that is paused or was interrupted, with the recipes and the made-up digits of the product.</summary>
internal static class Finishing
{
    /// <summary>Says of each run how it ended; 0 when all have completed.</summary>
    public static async Task<int> RunAsync(string folder)
    {
        var options = new RunsOptions { DataDirectory = folder, Threads = 2, KeepDeleted = TimeSpan.FromDays(365_000) };
        using var data = new DataLoader(new DataPaths { Folder = folder });
        using var training = new RecipeTraining(data, options);
        await using var runs = new RunService(options, training, new CatalogRecipes(), TimeProvider.System, NullLogger<RunService>.Instance);
        await new RunWorker(runs).StartAsync(default);
        var completed = true;
        foreach (var held in runs.List().Where(run => run.State is RunState.Paused or RunState.Interrupted))
        {
            var run = await runs.ResumeAsync(held.Id);
            await foreach (var snapshot in runs.WatchAsync(held.Id))
            {
                run = snapshot;
            }

            Console.WriteLine($"{run.Id} {run.State} {run.Failure}");
            completed &= run.State == RunState.Completed;
        }

        return completed ? 0 : 1;
    }
}
