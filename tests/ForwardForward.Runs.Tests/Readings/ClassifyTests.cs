using ForwardForward.Testing.Runs;
using Microsoft.Extensions.Time.Testing;

namespace ForwardForward.Runs.Tests.Readings;

public sealed class ClassifyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_running_run_classifies_for_many_callers_at_a_time()
    {
        var training = new FakeTraining();
        await using var runs = await TestRuns.OpenAsync(training);
        var id = (await runs.StartAsync(epochs: 1_000_000)).Id;
        await runs.UntilAsync(id, RunState.Running);
        await runs.UntilAsync(id, run => run.Step > 0);
        var callers = Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                Assert.Equal(caller, (await runs.Service.ClassifyAsync(id, Image(caller), Token)).Label);
            }
        }, Token));
        await Task.WhenAll(callers);
        Assert.Equal(0, training.Misuses.Value);
        Assert.InRange(training.Captures.Value, 1, 400);
    }

    [Fact]
    public async Task The_weights_are_at_most_a_moment_old()
    {
        var time = new FakeTimeProvider();
        var training = new FakeTraining();
        await using var runs = await TestRuns.OpenAsync(training, time: time);
        var id = (await runs.StartAsync(paused: true)).Id;
        await StepAndClassify(expectedCaptures: 1);
        await StepAndClassify(expectedCaptures: 1);
        time.Advance(TimeSpan.FromMilliseconds(300));
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        Assert.Equal(2, training.Captures.Value);
        time.Advance(TimeSpan.FromSeconds(10));
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        Assert.Equal(2, training.Captures.Value);
        Assert.Equal(4, await StepSeen());
        Assert.Equal(3, training.Captures.Value);
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(4, await StepSeen());
        Assert.Equal(3, training.Captures.Value);

        async Task StepAndClassify(int expectedCaptures)
        {
            await runs.Service.StepAsync(id, StepUnit.Batch, Token);
            await runs.Service.ClassifyAsync(id, Image(3), Token);
            Assert.Equal(expectedCaptures, training.Captures.Value);
        }

        // The fake network tells by its goodness which step it was copied at: whole steps beyond the weight's fraction.
        async Task<long> StepSeen()
        {
            var fields = await runs.Service.ReceptiveFieldsAsync(id, new FieldsRequest(0, 0, 1), Token);
            return (long)Math.Round((await runs.Service.ClassifyAsync(id, Image(3), Token)).Goodness[3] - fields.Fields[0]);
        }
    }

    [Fact]
    public async Task A_run_that_has_ended_classifies_from_its_checkpoint_also_after_a_restart()
    {
        using var folder = new TestFolder();
        string[] ids;
        await using (var before = await TestRuns.OpenAsync(folder: folder.Path))
        {
            ids = [(await before.StartAsync(1, 1)).Id, (await before.StartAsync(2, 2)).Id, (await before.StartAsync(3, 3)).Id];
            foreach (var id in ids)
            {
                await before.UntilAsync(id, RunState.Completed);
            }

            Assert.Equal(5, (await before.Service.ClassifyAsync(ids[0], Image(5), Token)).Label);
        }

        var training = new FakeTraining();
        await using var after = await TestRuns.OpenAsync(training, folder.Path);
        foreach (var id in ids.Concat(ids))
        {
            Assert.Equal(6, (await after.Service.ClassifyAsync(id, Image(6), Token)).Label);
        }

        Assert.Equal(0, training.Misuses.Value);
    }

    [Fact]
    public async Task A_queued_run_has_no_weights_and_says_so()
    {
        await using var runs = await TestRuns.OpenAsync();
        await runs.StartAsync(epochs: 1_000_000);
        var id = (await runs.StartAsync()).Id;
        var refusal = await Assert.ThrowsAsync<RunStateException>(() => runs.Service.ClassifyAsync(id, Image(1), Token));
        Assert.StartsWith($"Run '{id}' is queued and has no weights yet", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RunStateException>(() => runs.Service.ReceptiveFieldsAsync(id, new FieldsRequest(), Token));
    }

    [Fact]
    public async Task A_wrong_number_of_pixels_is_refused()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(paused: true)).Id;
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        var refusal = await Assert.ThrowsAsync<RunRequestException>(() => runs.Service.ClassifyAsync(id, new byte[783], Token));
        Assert.Equal($"The network of run '{id}' takes 784 pixels; got 783.", refusal.Message);
    }

    private static byte[] Image(int label)
    {
        var pixels = new byte[784];
        pixels[0] = (byte)label;
        return pixels;
    }
}
