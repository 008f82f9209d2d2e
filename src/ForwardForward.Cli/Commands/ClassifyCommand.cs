using System.CommandLine;
using ForwardForward.Cli.Classifying;

namespace ForwardForward.Cli.Commands;

/// <summary><c>classify</c>: one picture, one checkpoint.</summary>
internal static class ClassifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var image = new Argument<FileInfo>("image") { Description = "PNG or JPEG of one digit: dark on light or the reverse." };
        var model = new Option<FileInfo>("--model") { Description = "Checkpoint (.safetensors) of a run.", Required = true };
        var json = new Option<bool>("--json") { Description = "One JSON object: label, goodness, softmax, layers, image." };
        var command = new Command("classify", "Say which digit a picture shows.") { image, model, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var answer = await PictureClassifier.ClassifyAsync(parsed.GetRequiredValue(image).FullName, parsed.GetRequiredValue(model).FullName, cancellation);
            if (parsed.GetValue(json))
            {
                JsonLines.Write(terminal.Output, answer);
            }
            else
            {
                await terminal.Output.WriteLineAsync(ClassifyText.Of(answer));
            }

            return ExitCode.Done;
        });
        return command;
    }
}
