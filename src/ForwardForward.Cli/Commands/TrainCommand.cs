using System.CommandLine;
using ForwardForward.Cli.Training;
using ForwardForward.Recipes;

namespace ForwardForward.Cli.Commands;

/// <summary><c>train</c>: the arguments; <see cref="TrainRunner"/> does the work.</summary>
internal static class TrainCommand
{
    public static Command Create(Terminal terminal)
    {
        var recipe = new Argument<string?>("recipe") { Description = "Id of a recipe; see 'recipes'.", Arity = ArgumentArity.ZeroOrOne };
        var scale = Checked.Scale(Scale.Quick);
        var epochs = Checked.Count("--epochs", "Passes over the training images; short for --set epochs=N.", 1);
        var seed = Checked.Seed();
        var threads = Checked.Count("--threads", "Threads that calculate; default: all processors.", 1, 256);
        var set = new Option<string[]>("--set") { Description = "Changes a setting: name=value. May be repeated.", AllowMultipleArgumentsPerToken = false };
        var json = new Option<bool>("--json") { Description = "One JSON object per epoch, and a last one for the result." };
        var resume = new Option<string?>("--resume") { Description = "Go on with a run that was paused or interrupted: its id, or 'last'." };
        var file = new Option<FileInfo?>("--out") { Description = "Adds the finished run to a JSON file of results." };
        var command = new Command("train", "Train a recipe, with checkpoints. Ctrl+C holds the run; --resume goes on.")
        {
            recipe, scale, epochs, seed, threads, set, json, resume, file,
        };
        var places = new DataFolderOptions(command);
        command.SetAction((parsed, _) =>
        {
            var arguments = new TrainArguments
            {
                Recipe = parsed.GetValue(recipe),
                Scale = parsed.GetValue(scale),
                Epochs = parsed.GetValue(epochs),
                Seed = parsed.GetValue(seed),
                Settings = parsed.GetValue(set) ?? [],
                Resume = parsed.GetValue(resume),
                HasStartOptions = parsed.GetResult(scale) is { Implicit: false } || parsed.GetValue(epochs) is not null
                    || parsed.GetValue(seed) is not null || parsed.GetValue(set) is { Length: > 0 },
            };
            var runner = new TrainRunner(terminal, parsed.GetValue(json), parsed.GetValue(file)?.FullName);
            return runner.RunAsync(arguments, places.Get(parsed), parsed.GetValue(threads));
        });
        return command;
    }
}
