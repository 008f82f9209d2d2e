using ForwardForward.Runs.Snapshots;
using ForwardForward.Testing.Runs;
using Microsoft.Extensions.Time.Testing;

namespace ForwardForward.Runs.Tests.Readings;

public sealed class PictureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_read_while_nobody_watches_but_what_is_kept()
    {
        var training = new FakeTraining();
        await using var runs = await TestRuns.OpenAsync(training);
        await runs.UntilAsync((await runs.StartAsync(epochs: 50)).Id, RunState.Completed);

        // One reading for every snapshot: only the first layer of this trainer has pictures. The last step is not on the schedule.
        Assert.Equal((SnapshotSchedule.Taken(500) + 1, 0), (training.FieldReadings.Value, training.Captures.Value));
    }

    [Fact]
    public async Task A_slow_reader_skips_and_gets_the_newest()
    {
        await using var runs = await TestRuns.OpenAsync(time: new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMilliseconds(100) });
        var id = (await runs.StartAsync(epochs: 1_000_000)).Id;
        await using var fields = runs.Service.WatchReceptiveFieldsAsync(id, new FieldsRequest(), 60, Token).GetAsyncEnumerator(Token);
        Assert.True(await fields.MoveNextAsync());
        var first = fields.Current;
        var later = await runs.UntilAsync(id, run => run.Step > first.Step + 1000);
        Assert.True(await MoveOn(fields, runs));
        Assert.True(fields.Current.Step >= later.Step);
        Assert.True(fields.Current.Version > first.Version);
    }

    [Fact]
    public async Task Pictures_of_a_paused_run_stand_still_and_move_with_every_step()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(paused: true)).Id;
        await using var pairs = runs.Service.WatchNegativesAsync(id, 3, 60, Token).GetAsyncEnumerator(Token);
        var first = pairs.MoveNextAsync().AsTask();
        Assert.False(first.IsCompleted);
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        Assert.True(await first);
        Assert.Equal((1, 3), (pairs.Current.Step, pairs.Current.Pairs.Count));
        var second = pairs.MoveNextAsync().AsTask();
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        Assert.True(await second);
        Assert.Equal(2, pairs.Current.Step);
        var end = pairs.MoveNextAsync().AsTask();
        await runs.Service.StopAsync(id, Token);
        Assert.False(await end);
    }

    [Fact]
    public async Task Fields_of_a_run_that_has_ended_come_from_its_checkpoint()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(epochs: 1_000_000)).Id;
        await runs.UntilAsync(id, run => run.Step > 20);
        var held = await runs.Service.PauseAsync(id, Token);
        var live = await runs.Service.ReceptiveFieldsAsync(id, new FieldsRequest(0, 2, 3), Token);
        await runs.Service.StopAsync(id, Token);
        var stored = await runs.Service.ReceptiveFieldsAsync(id, new FieldsRequest(0, 2, 3), Token);
        Assert.Equal((held.Step, 3 * 784), (stored.Step, stored.Fields.Length));
        Assert.Equal(live.Fields, stored.Fields);
        Assert.Null(await runs.Service.RetellAsync(id, 0, Token));
    }

    [Fact]
    public async Task What_does_not_exist_is_refused_with_a_sentence()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(paused: true)).Id;
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        Assert.Equal(2, (await runs.Service.ReceptiveFieldsAsync(id, new FieldsRequest(0, 4, 100), Token)).Fields.Length / 784);
        Assert.Equal("There are layers 0 to 1; asked for layer 2.", await Refusal(new FieldsRequest(2)));
        Assert.Contains("see no picture", await Refusal(new FieldsRequest(1)), StringComparison.Ordinal);
        Assert.Equal("Layer 0 has units 0 to 5; asked for unit 6.", await Refusal(new FieldsRequest(0, 6)));
        Assert.Contains("asked for 0", await Refusal(new FieldsRequest(0, 0, 0)), StringComparison.Ordinal);
        await Assert.ThrowsAsync<RunRequestException>(() => runs.Service.NegativesAsync(id, 0, Token));
        await Assert.ThrowsAsync<RunRequestException>(() => runs.Service.RetellAsync(id, -1, Token));
        Assert.Null(await runs.Service.RetellAsync(id, 0, Token));
        await Assert.ThrowsAsync<RunRequestException>(() => runs.Service.LayerStatisticsAsync(id, -1, Token));
        await Assert.ThrowsAsync<RunRequestException>(async () =>
            await runs.Service.WatchReceptiveFieldsAsync(id, new FieldsRequest(), double.NaN, Token).GetAsyncEnumerator(Token).MoveNextAsync());

        async Task<string> Refusal(FieldsRequest request) =>
            (await Assert.ThrowsAsync<RunRequestException>(() => runs.Service.ReceptiveFieldsAsync(id, request, Token))).Message;
    }

    // The pause between two pictures runs on the test's clock; whatever the loop measures moves it on.
    private static async Task<bool> MoveOn(IAsyncEnumerator<ReceptiveFields> fields, TestRuns runs)
    {
        var next = fields.MoveNextAsync().AsTask();
        await using var news = runs.Service.WatchAsync(null, Token).GetAsyncEnumerator(Token);
        while (!next.IsCompleted && await news.MoveNextAsync())
        {
        }

        return await next;
    }
}
