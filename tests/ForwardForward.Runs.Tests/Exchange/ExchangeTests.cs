using System.Text;
using ForwardForward.Learning.Recurrent;
using ForwardForward.Recipes;
using ForwardForward.Runs.Checkpoints;
using ForwardForward.Runs.Training;
using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Exchange;

/// <summary>A run leaves as a file and comes in again, here or elsewhere.</summary>
public sealed class ExchangeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(10)]
    public async Task A_run_that_came_in_goes_on_to_the_very_weights_and_history(int steps)
    {
        var (history, weights) = await Histories.UninterruptedAsync(epochs: 3);
        using var file = await ExportedAsync(epochs: 3, steps);
        await using var runs = await TestRuns.OpenAsync();
        var run = await runs.Service.ImportAsync(file, Token);
        Assert.Equal((RunState.Paused, steps, "fake digits"), (run.State, run.Step, run.DataName));
        await runs.Service.ResumeAsync(run.Id, Token);
        await runs.UntilAsync(run.Id, RunState.Completed);
        Assert.Equal(history, await Histories.OfAsync(runs, run.Id));
        Assert.Equal(weights, Histories.Weights(runs, run.Id));
    }

    [Fact]
    public async Task A_finished_run_classifies_is_forked_and_is_there_after_a_restart()
    {
        using var folder = new TestFolder();
        string id;
        await using (var runs = await TestRuns.OpenAsync(folder: folder.Path))
        {
            var origin = await runs.UntilAsync((await runs.StartAsync()).Id, RunState.Completed);
            await using var file = await runs.Service.ExportAsync(origin.Id, Token);
            var run = await runs.Service.ImportAsync(file, Token);
            id = run.Id;
            Assert.Equal((RunState.Completed, origin.Scores, origin.Step, "imported"), (run.State, run.Scores, run.Step, Assert.Single(run.Tags)));
            Assert.Equal(Histories.Weights(runs, origin.Id), Histories.Weights(runs, id));
            Assert.Equal(RunState.Paused, (await runs.Service.ForkAsync(id, Token)).State);
        }

        await using var after = await TestRuns.OpenAsync(folder: folder.Path);
        Assert.Equal(RunState.Completed, after.Service.Get(id).State);
        Assert.InRange((await after.Service.ClassifyAsync(id, new byte[784], Token)).Label, 0, 9);
    }

    [Fact]
    public async Task A_plain_checkpoint_comes_in_without_a_history()
    {
        await using var runs = await TestRuns.OpenAsync();
        var origin = await runs.UntilAsync((await runs.StartAsync()).Id, RunState.Completed);
        await using var file = File.OpenRead(runs.Service.NewestCheckpoint(origin.Id)!);
        var run = await runs.Service.ImportAsync(file, Token);
        Assert.Equal((RunState.Completed, origin.Step), (run.State, run.Step));
        Assert.Empty(await runs.HistoryAsync(run.Id));
    }

    [Fact]
    public async Task A_run_without_weights_is_not_exported()
    {
        await using var runs = await TestRuns.OpenAsync();
        await runs.StartAsync(epochs: 1_000_000);
        var waiting = (await runs.StartAsync()).Id;
        Assert.Contains("no weights yet", (await Assert.ThrowsAsync<RunStateException>(() => runs.Service.ExportAsync(waiting, Token))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_are_none_are_refused_and_leave_nothing()
    {
        using var whole = await ExportedAsync(epochs: 2, steps: 3);
        var bytes = whole.ToArray();
        await RefusedAsync([], "0 bytes");
        await RefusedAsync("This is a text, and no run at all."u8.ToArray(), "no safetensors file");
        await RefusedAsync(bytes[..^100], "truncated");
        await RefusedAsync([.. bytes, 1, 2, 3, 4], "truncated or was changed");
        await RefusedAsync(Replace(bytes, "\"run\":", "\"ruN\":"), "no 'run'");
        await RefusedAsync(Replace(bytes, "\"version\":\"1\"", "\"version\":\"9\""), "version 9");
        var broken = (byte[])bytes.Clone();
        BitConverter.TryWriteBytes(broken.AsSpan(broken.Length - 8), float.NaN);
        await RefusedAsync(broken, "no finite numbers");
    }

    [Fact]
    public async Task Runs_that_no_program_of_this_kind_wrote_are_refused()
    {
        using var file = await ExportedAsync(epochs: 2, steps: 3);
        var (good, history) = CheckpointFile.ReadExport(file);
        await RefusedAsync(good with { Recipe = good.Recipe with { Info = good.Recipe.Info with { Id = "someone-elses" } } }, history, "There is no recipe 'someone-elses'; there is fake.");
        await RefusedAsync(good with { Recipe = good.Recipe with { Settings = good.Recipe.Settings with { TrainImages = 2_000_000_000 } } }, history, "2,000,000,000 training images");
        await RefusedAsync(good with { Progress = good.Progress with { Step = 5 } }, history, "after 5 of 20 batches", "after 3");
        await RefusedAsync(good with { Progress = good.Progress with { Scores = Samples.Scores(-1, null, null, null) } }, history, "between 0 and 100");
        await RefusedAsync(good with { State = new() }, history, "does not fit its own recipe, fake", "layer-1/weights");
        await RefusedAsync(good, [history[1]], "Point 0 of the history");
    }

    [Fact]
    public void Every_recipe_of_the_catalog_passes_the_check_and_others_do_not()
    {
        var recipes = new CatalogRecipes();
        foreach (var recipe in RecipeCatalog.Ids.SelectMany(id => Enum.GetValues<Scale>().Select(scale => RecipeCatalog.Get(id, scale))))
        {
            recipes.Check(recipe);
        }

        var one = RecipeCatalog.Get("ff-supervised-small", Scale.Quick);
        Assert.Contains("'ff-upside-down'", Assert.Throws<RunRequestException>(() => recipes.Check(one with { Info = one.Info with { Id = "ff-upside-down" } })).Message, StringComparison.Ordinal);
        Assert.Contains("epochs", Assert.Throws<RunRequestException>(() => recipes.Check(one with { Settings = one.Settings with { Epochs = -1 } })).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be run", Assert.Throws<RunRequestException>(() => recipes.Check(one with { Settings = new RecurrentSettings() })).Message, StringComparison.Ordinal);
    }

    private static async Task<MemoryStream> ExportedAsync(int epochs, int steps)
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(epochs, paused: true)).Id;
        await runs.UntilAsync(id, run => run.Layers.Count > 0);
        for (var i = 0; i < steps; i++)
        {
            await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        }

        await using var file = await runs.Service.ExportAsync(id, Token);
        var copy = new MemoryStream();
        await file.CopyToAsync(copy, Token);
        copy.Position = 0;
        return copy;
    }

    private static byte[] Replace(byte[] bytes, string old, string with)
    {
        var copy = (byte[])bytes.Clone();
        var at = copy.AsSpan().IndexOf(Encoding.UTF8.GetBytes(old));
        Assert.True(at > 0, $"The file has no {old}.");
        Encoding.UTF8.GetBytes(with).CopyTo(copy, at);
        return copy;
    }

    private static async Task RefusedAsync(Checkpoint checkpoint, IReadOnlyList<MetricPoint> history, params string[] words)
    {
        using var file = new MemoryStream();
        CheckpointFile.Write(file, checkpoint, history);
        foreach (var word in words)
        {
            await RefusedAsync(file.ToArray(), word);
        }
    }

    private static async Task RefusedAsync(byte[] file, string word)
    {
        using var folder = new TestFolder();
        await using var runs = await TestRuns.OpenAsync(folder: folder.Path);
        using var stream = new MemoryStream(file);
        Assert.Contains(word, (await Assert.ThrowsAsync<RunRequestException>(() => runs.Service.ImportAsync(stream, Token))).Message, StringComparison.Ordinal);
        Assert.Empty(runs.Service.List());
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "checkpoints")));
    }
}
