using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using ForwardForward.Data;
using ForwardForward.Runs.Training;
using ForwardForward.Testing.Runs;
using Microsoft.Extensions.Logging.Abstractions;

namespace ForwardForward.Runs.Tests.FirstRelease;

/// <summary>A data folder that the first release wrote (README.md says how): whatever becomes of the formats, its runs are there, and go on to the very weights that the first release reached.</summary>
public sealed class FolderOfTheFirstReleaseTests
{
    private static readonly Dictionary<string, Expected> Runs = JsonSerializer.Deserialize<Dictionary<string, Expected>>(
        File.ReadAllText(Place("expected.json")), JsonSerializerOptions.Web)!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_runs_are_listed_with_state_history_note_and_bin()
    {
        using var folder = Unpack();
        await using var runs = await OpenAsync(folder.Path);
        var listed = runs.Service.List().ToDictionary(run => run.Id);
        Assert.Equal(Runs.Where(run => run.Key != "deleted").Select(run => run.Value.Id).Order(), listed.Keys.Order());
        foreach (var (name, expected) in Runs.Where(run => run.Key != "deleted"))
        {
            var run = listed[expected.Id];
            Assert.Equal((name, expected.Recipe, expected.State, expected.Step, null), (name, run.Recipe.Id, run.State.ToString().ToLowerInvariant(), run.Step, run.Warning));
            Assert.NotEmpty(await runs.HistoryAsync(run.Id));
        }

        var completed = listed[Runs["completed"].Id];
        Assert.Equal("The first of all runs.", completed.Note);
        Assert.Equal(["kept", "first"], completed.Tags);
        Assert.Equal(Runs["supervised"].Id, listed[Runs["fork"].Id].ForkedFrom);
        Assert.Equal(Runs["deleted"].Id, Assert.Single(runs.Service.ListDeleted()).Id);
        Assert.NotEmpty((await runs.Service.MomentsAsync(Runs["supervised"].Id, Token)).Steps);
        Assert.Equal(RunState.Paused, (await runs.Service.RestoreAsync(Runs["deleted"].Id, Token)).State);
    }

    [Fact]
    public async Task Every_run_that_was_held_goes_on_to_the_very_weights_that_the_first_release_reached()
    {
        using var folder = Unpack();
        await FinishAsync(folder.Path);
        await using var runs = await OpenAsync(folder.Path);
        var reached = new Dictionary<string, (RunState, long, int, string)>();
        foreach (var (name, expected) in Runs.Where(run => run.Key != "deleted"))
        {
            var run = runs.Service.Get(expected.Id);
            reached[name] = (run.State, run.Step, (await runs.HistoryAsync(run.Id)).Count, Tensors(runs.Service.NewestCheckpoint(run.Id)!));
        }

        Assert.Equal(
            Runs.Where(run => run.Key != "deleted").ToDictionary(run => run.Key, run => (RunState.Completed, run.Value.FinalStep, run.Value.Points, run.Value.Tensors)), reached);
    }

    [Fact]
    public async Task A_run_that_the_first_release_exported_comes_in()
    {
        using var folder = new TestFolder();
        var options = new RunsOptions { DataDirectory = folder.Path, Threads = 1 };
        using var data = new DataLoader(new DataPaths { Folder = folder.Path });
        using var training = new RecipeTraining(data, options);
        await using var runs = new RunService(options, training, new CatalogRecipes(), TimeProvider.System, NullLogger<RunService>.Instance);
        await new RunWorker(runs).StartAsync(Token);
        await using var file = File.OpenRead(Place("exported.safetensors"));
        var run = await runs.ImportAsync(file, Token);
        Assert.Equal(("ff-recurrent", RunState.Paused, Runs["recurrent"].Step), (run.Recipe.Id, run.State, run.Step));
        Assert.NotEmpty(await runs.MetricsAsync(run.Id, 0, cancellation: Token));
    }

    private static string Place(string name) => Path.Combine(AppContext.BaseDirectory, "FirstRelease", name);

    private static TestFolder Unpack()
    {
        var folder = new TestFolder();
        ZipFile.ExtractToDirectory(Place("data.zip"), folder.Path);
        return folder;
    }

    // However old the folder is by now, its bin is not emptied.
    private static Task<TestRuns> OpenAsync(string folder) => TestRuns.OpenAsync(folder: folder, change: options => options with { KeepDeleted = TimeSpan.FromDays(365_000) });

    // Sums come out alike only with the same instructions, and plain ones are everywhere: so were the fixture's.
    private static async Task FinishAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ForwardForward.CrashHost.dll"), folder, "--finish"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_EnableHWIntrinsic"] = "0" },
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
        await process.WaitForExitAsync(Token);
        Assert.True(process.ExitCode == 0, await output + await error);
    }

    // The data after the header, which names the run and its seconds.
    private static string Tensors(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(8 + (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes))));
    }

    private sealed record Expected(string Id, string Recipe, string State, long Step, long FinalStep, int Points, string Tensors);
}
