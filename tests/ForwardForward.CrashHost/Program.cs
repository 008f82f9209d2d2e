using ForwardForward.CrashHost;
using ForwardForward.Runs;
using ForwardForward.Runs.Training;
using ForwardForward.Testing.Runs;
using Microsoft.Extensions.Logging.Abstractions;

// A program that trains, for tests that kill it: CrashHost <data directory> [run to resume | --open | --finish]. It says every step that it
// sees; with --open it only opens the directory and waits, with --finish it brings every run in it to its end.
if (args is [var folder, "--finish"])
{
    return await Finishing.RunAsync(folder);
}

var options = new RunsOptions { DataDirectory = args[0], Threads = 2, CheckpointAtMostEvery = TimeSpan.Zero };
using var training = new RecipeTraining(new TinyDigitsProvider(), options);
await using var runs = new RunService(options, training, new SmallRecipe(), TimeProvider.System, NullLogger<RunService>.Instance);
Console.WriteLine("opening");
await new RunWorker(runs).StartAsync(default);
if (args is [_, "--open"])
{
    await Task.Delay(Timeout.Infinite);
}

var run = args.Length > 1 ? await runs.ResumeAsync(args[1]) : await runs.StartAsync(SmallRecipe.Request);
Console.WriteLine($"run {run.Id}");
await foreach (var snapshot in runs.WatchAsync(run.Id))
{
    Console.WriteLine($"step {snapshot.Step}");
    run = snapshot;
}

Console.WriteLine($"{run.State} {run.Failure}");
return 0;
