using System.CommandLine;
using ForwardForward.Data;
using ForwardForward.Data.Downloads;
using ForwardForward.Data.Mnist;

namespace ForwardForward.Cli.Commands;

/// <summary><c>data list|get|verify</c>: the images that experiments use.</summary>
internal static class DataCommand
{
    public static Command Create(Terminal terminal)
    {
        var set = new Argument<string>("set") { Description = string.Join(", ", DataSources.Images.Names) + ". Default: mnist.", DefaultValueFactory = _ => MnistSource.Id };
        var list = new Command("list", "Say which data sets there are and where they lie.");
        var get = new Command("get", "Make sure that a data set is here: find it, or download it.") { set };
        var verify = new Command("verify", "Read a data set that is here and compare its checksums; downloads nothing.") { set };
        var command = new Command("data", "Data sets: list, get, verify.") { list, get, verify };
        var places = new DataFolderOptions(command);

        list.SetAction(parsed => List(places.Get(parsed).Paths, terminal.Output));
        get.SetAction((parsed, _) => GetAsync(parsed.GetRequiredValue(set), places.Get(parsed).Paths, terminal));
        verify.SetAction((parsed, _) => VerifyAsync(parsed.GetRequiredValue(set), places.Get(parsed).Paths, terminal));
        return command;
    }

    private static async Task<int> GetAsync(string name, DataPaths options, Terminal terminal)
    {
        if (name == MnistSource.Id && Missing(options) is { } missing)
        {
            var download = options.Download
                ?? throw new FileNotFoundException($"MNIST's {missing.GzipName} is not here, and downloads are off ({DownloadOptions.Variable}).");
            await new MnistDownload(options.MnistFiles, new MnistFolders(options), download).RunAsync(new ProgressLines(terminal), terminal.Interruption);
        }

        return await LoadAsync(name, options, terminal);
    }

    private static async Task<int> VerifyAsync(string name, DataPaths options, Terminal terminal)
    {
        if (name != MnistSource.Id)
        {
            return await LoadAsync(name, options, terminal);
        }

        var inventory = new MnistInventory(options.MnistFiles, new MnistFolders(options));
        var isWhole = true;
        foreach (var file in options.MnistFiles.All)
        {
            var status = await Task.Run(() => inventory.Verify(file), terminal.Interruption);
            await terminal.Output.WriteLineAsync(DataText.Of(status));
            if (status.State != MnistFileState.Verified)
            {
                isWhole = false;
                await terminal.Error.WriteLineAsync(status.Fault ?? $"MNIST's {file.GzipName} is not here; 'data get' downloads it.");
            }
        }

        return isWhole ? await LoadAsync(name, options with { Download = null }, terminal) : ExitCode.Failed;
    }

    private static MnistFile? Missing(DataPaths options)
    {
        var folders = new MnistFolders(options);
        return options.MnistFiles.All.FirstOrDefault(file => folders.Find(file) is null);
    }

    private static void List(DataPaths options, TextWriter output)
    {
        var folders = new MnistFolders(options);
        foreach (var name in DataSources.Images.Names)
        {
            output.WriteLine(name != MnistSource.Id ? $"{name,-18} {DataSources.Images.Get(name).Summary}"
                : Missing(options) is null ? $"{name,-18} all four files are here; 'data verify' compares their checksums"
                : $"{name,-18} not complete; downloads go to {folders.Downloads}");
            if (name == MnistSource.Id)
            {
                foreach (var status in new MnistInventory(options.MnistFiles, folders).List())
                {
                    output.WriteLine(DataText.Of(status));
                }
            }
        }
    }

    private static async Task<int> LoadAsync(string name, DataPaths options, Terminal terminal)
    {
        if (!DataSources.Images.Names.Contains(name))
        {
            throw new UsageException($"There is no data set '{name}'; there are {string.Join(", ", DataSources.Images.Names)}.");
        }

        using var sets = new DataLoader(options);
        var set = await sets.LoadImagesAsync(name, new ProgressLines(terminal), terminal.Interruption);
        if (name == MnistSource.Id && set.Origin.IsSynthetic)
        {
            await terminal.Error.WriteLineAsync(set.Origin.Note ?? "MNIST could not be had.");
            return ExitCode.Failed;
        }

        await terminal.Output.WriteLineAsync(
            $"{set.Origin.Name}: {set.Train.Count} images to train on, {set.Validation.Count} for validation, {set.Test.Count} for testing, {set.Train.Shape} pixels{(set.Origin.IsSynthetic ? "" : "; checksums are right")}.");
        return ExitCode.Done;
    }

    /// <summary>Says what is being done, each thing once, and on a terminal how far it is.</summary>
    private sealed class ProgressLines(Terminal terminal) : IProgress<DataProgress>
    {
        private string? _activity;

        public void Report(DataProgress value)
        {
            lock (terminal)
            {
                if (value.Activity != _activity)
                {
                    _activity = value.Activity;
                    terminal.Error.WriteLine(value.Activity);
                }

                if (terminal.IsInteractive && value.Share is { } share)
                {
                    terminal.Error.Write(FormattableString.Invariant($"\r{share * 100,5:0.0} %\r"));
                }
            }
        }
    }
}
