using ForwardForward.Testing.Runs;
using Microsoft.Extensions.Logging.Abstractions;

namespace ForwardForward.Runs.Tests.Snapshots;

/// <summary>Snapshots in the life of a run.</summary>
public sealed class SnapshotRunTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_finished_run_has_its_first_moment_its_last_and_those_that_were_due()
    {
        await using var runs = await TestRuns.OpenAsync();
        var done = await runs.UntilAsync((await runs.StartAsync()).Id, RunState.Completed);
        var kept = await runs.Service.MomentsAsync(done.Id, Token);

        Assert.Equal([0, 1, 2, 4, 8, 16, 30], kept.Steps);
        Assert.Equal(kept.Steps.Count, kept.Taken);
        var last = await runs.Service.MomentAsync(done.Id, 30, Token);
        Assert.Equal((30, 3.0, done.Scores), (last.Step, last.Epoch, last.Scores));
        Assert.Equal([FakeTrainer.FirstUnits * 784, 0], last.Fields.Select(fields => fields.Fields.Length));
        Assert.All(last.Layers, Assert.NotNull);
        Assert.Equal(8, last.Examples.Pairs.Count);

        var first = await runs.Service.MomentAsync(done.Id, 0, Token);
        Assert.Empty(first.Examples.Pairs);
        Assert.All(first.Layers, Assert.Null);
        Assert.NotEqual(first.Fields[0].Fields, last.Fields[0].Fields);
    }

    [Fact]
    public async Task A_paused_run_can_be_looked_back_at_and_a_step_it_has_not_done_is_refused()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(paused: true)).Id;
        await runs.UntilAsync(id, run => run.Layers.Count > 0);
        await Eventually.TrueAsync(() => runs.Service.MomentsAsync(id, Token).Result.Steps is [0]);
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        await Eventually.TrueAsync(() => runs.Service.MomentsAsync(id, Token).Result.Steps is [0, 1]);

        var refusal = await Assert.ThrowsAsync<RunRequestException>(() => runs.Service.MomentAsync(id, 2, Token));
        Assert.Contains("steps 0 to 1; asked for step 2", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RunRequestException>(() => runs.Service.MomentAsync(id, -1, Token));
        await Assert.ThrowsAsync<RunNotFoundException>(() => runs.Service.MomentsAsync("nosuchrun", Token));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    [InlineData(30)]
    public async Task A_run_that_was_interrupted_keeps_what_an_undisturbed_one_keeps(int steps)
    {
        await using var calm = await TestRuns.OpenAsync();
        var undisturbed = await calm.UntilAsync((await calm.StartAsync(epochs: 4)).Id, RunState.Completed);

        using var folder = new TestFolder();
        var training = new FakeTraining();
        string id;
        await using (var before = await TestRuns.OpenAsync(training, folder.Path))
        {
            training.Steps.Shut();
            id = (await before.StartAsync(epochs: 4)).Id;
            training.Steps.Allow(steps);
            training.Steps.AwaitWaiting();
        }

        await using var after = await TestRuns.OpenAsync(folder: folder.Path);
        Assert.Equal(steps + 1, (await after.Service.MomentsAsync(id, Token)).Steps[^1]);
        await after.Service.ResumeAsync(id, Token);
        await after.UntilAsync(id, RunState.Completed);
        var expected = await calm.Service.MomentsAsync(undisturbed.Id, Token);
        Assert.Equivalent(expected, await after.Service.MomentsAsync(id, Token), strict: true);
        foreach (var step in expected.Steps)
        {
            var (was, now) = (await calm.Service.MomentAsync(undisturbed.Id, step, Token), await after.Service.MomentAsync(id, step, Token));
            Assert.Equal(was.Fields[0].Fields, now.Fields[0].Fields);
        }
    }

    [Fact]
    public async Task Moments_after_the_checkpoint_that_a_run_goes_on_from_are_gone()
    {
        using var folder = new TestFolder();
        string id;
        await using (var before = await TestRuns.OpenAsync(folder: folder.Path))
        {
            id = (await before.StartAsync(paused: true)).Id;
            await before.Service.StepAsync(id, StepUnit.Epoch, Token);
            await before.Service.StepAsync(id, StepUnit.Epoch, Token);
        }

        // A kill that took the newest checkpoint leaves snapshots of steps that the run has not done now.
        await using var runs = await TestRuns.OpenAsync(folder: folder.Path);
        Assert.Equal(20, (await runs.Service.MomentsAsync(id, Token)).Steps[^1]);
        File.Delete(runs.Service.NewestCheckpoint(id)!);
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        Assert.Equal(11, runs.Service.Get(id).Step);
        Assert.Equal(8, (await runs.Service.MomentsAsync(id, Token)).Steps[^1]);
    }

    [Fact]
    public async Task A_fork_has_the_past_of_its_origin_and_a_deleted_run_leaves_nothing()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(paused: true)).Id;
        await runs.Service.StepAsync(id, StepUnit.Epoch, Token);
        await Eventually.TrueAsync(() => runs.Service.MomentsAsync(id, Token).Result.Steps is [.., 8]);
        var fork = (await runs.Service.ForkAsync(id, Token)).Id;
        await runs.Service.DeleteAsync(id, Token);
        await runs.Service.RestoreAsync(id, Token);
        Assert.Contains(8, (await runs.Service.MomentsAsync(id, Token)).Steps);
        await runs.Service.DeleteAsync(id, Token);
        await runs.Service.DeleteForeverAsync(id, Token);

        Assert.False(Directory.Exists(Path.Combine(runs.Options.DataDirectory, "checkpoints", id)));
        Assert.Equal([0, 1, 2, 4, 8], (await runs.Service.MomentsAsync(fork, Token)).Steps);
        Assert.Equal(8, (await runs.Service.MomentAsync(fork, 8, Token)).Examples.Pairs.Count);
    }

    [Fact]
    public async Task A_full_disk_is_said_and_never_ends_the_run()
    {
        using var folder = new TestFolder();
        var disk = new FillingDisk();
        await using var runs = await TestRuns.OpenAsync(
            folder: folder.Path, make: (options, training, time) => new RunService(options, training, training, time, NullLogger<RunService>.Instance, disk));
        var id = (await runs.StartAsync(paused: true)).Id;
        await runs.UntilAsync(id, run => run.Layers.Count > 0);
        await Eventually.TrueAsync(() => runs.Service.MomentsAsync(id, Token).Result.Steps is [0]);
        disk.IsFull = true;
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        var warned = await runs.UntilAsync(id, run => run.Warning?.Contains("snapshot", StringComparison.Ordinal) == true);
        Assert.Contains("The snapshot of step 1 could not be kept; the run goes on without it. No space left on device", warned.Warning, StringComparison.Ordinal);

        disk.IsFull = false;
        await runs.Service.ResumeAsync(id, Token);
        Assert.Null((await runs.UntilAsync(id, RunState.Completed)).Warning);
        var kept = await runs.Service.MomentsAsync(id, Token);
        Assert.Equal([0, 2, 4], kept.Steps.Take(3));
        Assert.Equal(kept.Steps.Count + 1, kept.Taken);
    }

    [Fact]
    public async Task What_a_run_showed_last_can_still_be_seen_when_it_has_ended()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(paused: true)).Id;
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        await runs.Service.StopAsync(id, Token);

        var examples = await runs.Service.NegativesAsync(id, 3, Token);
        Assert.Equal((1, 3), (examples.Step, examples.Pairs.Count));
        var layer = await runs.Service.LayerStatisticsAsync(id, 1, Token);
        Assert.Equal([1f, 2f], layer?.PositiveGoodness ?? []);
    }
}
