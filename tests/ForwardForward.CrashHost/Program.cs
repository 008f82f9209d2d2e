using ForwardForward.CrashHost;
using ForwardForward.Runs;
using ForwardForward.Runs.Training;
using ForwardForward.Testing.Runs;
using Microsoft.Extensions.Logging.Abstractions;

// A program that trains, for tests that kill it: CrashHost <data directory> [run to resume]. It says every step that it sees.
var options = new RunsOptions { DataDirectory = args[0], Threads = 2, CheckpointAtMostEvery = TimeSpan.Zero };
using var training = new ExperimentTraining(new TinyDigitsProvider(), options);
await using var runs = new RunService(options, training, new SmallRecipe(), TimeProvider.System, NullLogger<RunService>.Instance);
await new RunWorker(runs).StartAsync(default);
var run = args.Length > 1 ? await runs.ResumeAsync(args[1]) : await runs.StartAsync(SmallRecipe.Request);
Console.WriteLine($"run {run.Id}");
await foreach (var snapshot in runs.WatchAsync(run.Id))
{
    Console.WriteLine($"step {snapshot.Step}");
    run = snapshot;
}

Console.WriteLine($"{run.State} {run.Failure}");
