using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Checkpoints;

/// <summary>Runs that have trained but whose checkpoints are not there: they do not begin again in silence, and lose nothing.</summary>
public sealed class MissingCheckpointTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_without_its_folder_cannot_go_on_until_the_folder_is_back()
    {
        var (history, weights) = await Histories.UninterruptedAsync(epochs: 3);
        using var folder = new TestFolder();
        var id = await PausedAsync(folder.Path);
        var place = Path.Combine(folder.Path, "checkpoints", id);
        Directory.Move(place, place + " elsewhere");
        await using (var runs = await TestRuns.OpenAsync(folder: folder.Path))
        {
            var before = await Histories.OfAsync(runs, id);
            Assert.Equal((RunState.Interrupted, 11), (runs.Service.Get(id).State, runs.Service.Get(id).Step));
            Assert.Contains("there is no checkpoint", runs.Service.Get(id).Warning, StringComparison.Ordinal);
            await runs.Service.ResumeAsync(id, Token);
            var still = await runs.UntilAsync(id, run => run.State is RunState.Interrupted or RunState.Completed);
            Assert.Equal((RunState.Interrupted, 11), (still.State, still.Step));
            Assert.Contains("there is no checkpoint", still.Warning, StringComparison.Ordinal);
            Assert.Equal(before, await Histories.OfAsync(runs, id));
            Assert.Contains("there is no checkpoint", (await Assert.ThrowsAsync<RunStateException>(() => runs.Service.ForkAsync(id, Token))).Message, StringComparison.Ordinal);
            Assert.Contains("there is no checkpoint", (await Assert.ThrowsAsync<RunStateException>(() => runs.Service.ExportAsync(id, Token))).Message, StringComparison.Ordinal);
        }

        Directory.Move(place + " elsewhere", place);
        await using var after = await TestRuns.OpenAsync(folder: folder.Path);
        await after.Service.ResumeAsync(id, Token);
        Assert.Null((await after.UntilAsync(id, RunState.Completed)).Warning);
        Assert.Equal(weights, Histories.Weights(after, id));
        Assert.Equal(history, await Histories.OfAsync(after, id));
    }

    [Fact]
    public async Task A_run_has_a_checkpoint_before_its_first_step()
    {
        using var folder = new TestFolder();
        var training = new FakeTraining();
        await using var runs = await TestRuns.OpenAsync(training, folder.Path, options => options with { CheckpointAtMostEvery = TimeSpan.FromHours(1), CheckpointEvery = TimeSpan.FromHours(1) });
        training.Steps.Shut();
        var id = (await runs.StartAsync()).Id;
        training.Steps.AwaitWaiting();
        Assert.EndsWith("step-000000000000.safetensors", runs.Service.NewestCheckpoint(id), StringComparison.Ordinal);
    }

    private static async Task<string> PausedAsync(string folder)
    {
        await using var runs = await TestRuns.OpenAsync(folder: folder);
        var id = (await runs.StartAsync(paused: true)).Id;
        await runs.Service.StepAsync(id, StepUnit.Epoch, Token);
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        return id;
    }
}
