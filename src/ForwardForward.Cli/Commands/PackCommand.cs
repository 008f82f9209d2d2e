using System.CommandLine;
using ForwardForward.Runs.Checkpoints;
using ForwardForward.Runs.Starter;

namespace ForwardForward.Cli.Commands;

/// <summary><c>pack</c>: the network of a checkpoint in half precision, as small as the one that ships with the program.</summary>
internal static class PackCommand
{
    public static Command Create(Terminal terminal)
    {
        var checkpoint = new Argument<FileInfo>("checkpoint") { Description = "Checkpoint (.safetensors) of a run." };
        var file = new Option<FileInfo>("--out") { Description = "File to write; an old one is replaced.", Required = true };
        var command = new Command("pack", "Write the network of a checkpoint in half precision, without what only training needs.") { checkpoint, file };
        command.SetAction(parsed =>
        {
            var (from, to) = (parsed.GetRequiredValue(checkpoint).FullName, parsed.GetRequiredValue(file).FullName);
            if (!File.Exists(from))
            {
                throw new UsageException($"There is no checkpoint {from}.");
            }

            var bytes = Pack(from, to);
            terminal.Output.WriteLine(FormattableString.Invariant($"{to}: {bytes:N0} bytes"));
            return ExitCode.Done;
        });
        return command;
    }

    private static long Pack(string from, string to)
    {
        var partial = to + ".partial";
        try
        {
            using (var stream = File.Create(partial))
            {
                NetworkPacking.Pack(CheckpointFile.Read(from), stream);
            }

            File.Move(partial, to, overwrite: true);
            return new FileInfo(to).Length;
        }
        catch (CheckpointFormatException exception)
        {
            throw new UsageException(exception.Message);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
