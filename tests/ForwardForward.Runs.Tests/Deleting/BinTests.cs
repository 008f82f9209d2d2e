using ForwardForward.Testing.Runs;
using Microsoft.Extensions.Time.Testing;

namespace ForwardForward.Runs.Tests.Deleting;

/// <summary>Deleting can be undone, for a while, whatever happens in between.</summary>
public sealed class BinTests
{
    private static readonly RunAnnotation Said = new("Worth keeping", ["best", "goodness"]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deleted_run_comes_back_as_it_was()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync()).Id;
        await runs.UntilAsync(id, RunState.Completed);
        var before = await runs.Service.AnnotateAsync(id, Said, Token);
        var history = await Histories.OfAsync(runs, id);
        await runs.Service.DeleteAsync(id, Token);
        Assert.Empty(runs.Service.List());
        Assert.NotNull(Assert.Single(runs.Service.ListDeleted()).DeletedAt);
        Assert.Contains("restored from the bin", Assert.Throws<RunNotFoundException>(() => runs.Service.Get(id)).Message, StringComparison.Ordinal);

        Assert.Equal(before, await runs.Service.RestoreAsync(id, Token));
        Assert.Equal(before, Assert.Single(runs.Service.List()));
        Assert.Empty(runs.Service.ListDeleted());
        Assert.Equal(history, await Histories.OfAsync(runs, id));
        Assert.InRange((await runs.Service.ClassifyAsync(id, new byte[784], Token)).Label, 0, 9);
    }

    [Fact]
    public async Task A_paused_run_that_was_restored_goes_on_to_the_very_weights()
    {
        var (history, weights) = await Histories.UninterruptedAsync(epochs: 2);
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(epochs: 2, paused: true)).Id;
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        await runs.Service.DeleteAsync(id, Token);
        Assert.Equal((RunState.Paused, 1), ((await runs.Service.RestoreAsync(id, Token)).State, runs.Service.Get(id).Step));
        await runs.Service.ResumeAsync(id, Token);
        await runs.UntilAsync(id, RunState.Completed);
        Assert.Equal(history, await Histories.OfAsync(runs, id));
        Assert.Equal(weights, Histories.Weights(runs, id));
    }

    [Fact]
    public async Task The_next_program_finds_it_in_the_bin_and_can_restore_it()
    {
        using var folder = new TestFolder();
        string id;
        RunSnapshot before;
        await using (var first = await TestRuns.OpenAsync(folder: folder.Path))
        {
            id = (await first.StartAsync()).Id;
            await first.UntilAsync(id, RunState.Completed);
            before = await first.Service.AnnotateAsync(id, Said, Token);
            await first.Service.DeleteAsync(id, Token);
        }

        await using (var second = await TestRuns.OpenAsync(folder: folder.Path))
        {
            Assert.Empty(second.Service.List());
            Assert.Equal(id, Assert.Single(second.Service.ListDeleted()).Id);
            await second.Service.RestoreAsync(id, Token);
        }

        await using var third = await TestRuns.OpenAsync(folder: folder.Path);
        Assert.Empty(third.Service.ListDeleted());
        Assert.Equivalent(before with { LastMetrics = null }, third.Service.Get(id) with { LastMetrics = null }, strict: true);
        Assert.Equal(before.LastMetrics!.Sequence + 1, (await third.HistoryAsync(id)).Count);
        Assert.InRange((await third.Service.ClassifyAsync(id, new byte[784], Token)).Label, 0, 9);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(1, false)]
    public async Task What_has_been_in_the_bin_for_long_enough_goes_at_the_next_start(int minutes, bool kept)
    {
        using var folder = new TestFolder();
        var time = new FakeTimeProvider(Samples.Created);
        string id;
        await using (var first = await TestRuns.OpenAsync(folder: folder.Path, time: time))
        {
            id = await DeletedAsync(first);
        }

        time.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(minutes));
        await using var second = await TestRuns.OpenAsync(folder: folder.Path, time: time);
        Assert.Equal(kept, second.Service.ListDeleted().Any(run => run.Id == id));
        Assert.Equal(kept, Directory.Exists(Path.Combine(folder.Path, "checkpoints", id)));
    }

    [Fact]
    public async Task A_program_that_keeps_running_empties_the_bin_too()
    {
        var time = new FakeTimeProvider(Samples.Created);
        await using var runs = await TestRuns.OpenAsync(time: time);
        await DeletedAsync(runs);
        time.Advance(TimeSpan.FromDays(7) + TimeSpan.FromHours(2));
        await Eventually.TrueAsync(() => runs.Service.ListDeleted().Count == 0);
    }

    [Fact]
    public async Task Deleting_for_good_takes_the_files_along()
    {
        using var folder = new TestFolder();
        await using (var runs = await TestRuns.OpenAsync(folder: folder.Path))
        {
            var id = await DeletedAsync(runs);
            await runs.Service.DeleteForeverAsync(id, Token);
            Assert.Empty(runs.Service.ListDeleted());
            Assert.False(Directory.Exists(Path.Combine(folder.Path, "checkpoints", id)));
            await Assert.ThrowsAsync<RunNotFoundException>(() => runs.Service.RestoreAsync(id, Token));
        }

        await using var after = await TestRuns.OpenAsync(folder: folder.Path);
        Assert.Empty(after.Service.ListDeleted());
    }

    [Fact]
    public async Task What_is_not_in_the_bin_is_neither_restored_nor_erased()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(paused: true)).Id;
        Assert.Contains($"Run '{id}' is not in the bin", (await Assert.ThrowsAsync<RunStateException>(() => runs.Service.RestoreAsync(id, Token))).Message, StringComparison.Ordinal);
        Assert.Contains("delete it first", (await Assert.ThrowsAsync<RunStateException>(() => runs.Service.DeleteForeverAsync(id, Token))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RunNotFoundException>(() => runs.Service.RestoreAsync("nosuchrun000", Token));
    }

    private static async Task<string> DeletedAsync(TestRuns runs)
    {
        var id = (await runs.StartAsync(epochs: 1)).Id;
        await runs.UntilAsync(id, RunState.Completed);
        await runs.Service.DeleteAsync(id, Token);
        return id;
    }
}
