using ForwardForward.Frames;
using ForwardForward.Learning.Readings;
using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Readings;

/// <summary>Readings as frames in the life of a run.</summary>
public sealed class FrameReadingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AHeldRunShowsWhatItsTrainerDeclares()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = await HeldAsync(runs);
        var infos = await runs.Service.ReadingsAsync(id, Token);

        Assert.Equal(
            [ReceptiveFieldReading.Name, TopActivationMeanReading.Name, TopActivationReading.Name, LayerStatisticsReading.Name, ExampleReading.Name, GoodnessReading.Name],
            infos.Select(info => info.Name));
        foreach (var info in infos)
        {
            var frame = await runs.Service.ReadAsync(id, info.Name, cancellation: Token);
            Assert.Equal((info.Kind, 1L), (frame?.Kind, frame?.Step));
        }
    }

    [Fact]
    public async Task FieldsAreThoseOfTheTrainer()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = await HeldAsync(runs);
        var fields = await runs.Service.ReceptiveFieldsAsync(id, new FieldsRequest(0, 2, 3), Token);
        var frame = Assert.IsType<ImageFrame>(await runs.Service.ReadAsync(id, ReceptiveFieldReading.Name, new ReadingQuery(0, 2, 3), Token));

        Assert.Equal(fields.Fields, frame.Values);
        Assert.Equal((2, 3, 10, new ImageShape(28, 28), ImageRange.Signed), (frame.First, frame.Count, frame.LabelValues, frame.Shape, frame.Range));
    }

    [Fact]
    public async Task AnEndedRunIsReadFromItsCheckpointAndWhatItHasNoMoreFromItsNewestSnapshot()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.UntilAsync((await runs.StartAsync()).Id, RunState.Completed)).Id;

        Assert.Equal(30, (await runs.Service.ReadAsync(id, ReceptiveFieldReading.Name, cancellation: Token))!.Step);
        var examples = Assert.IsType<GroupFrame>(await runs.Service.ReadAsync(id, ExampleReading.Name, new ReadingQuery(First: 1, Count: 3), Token));
        Assert.Equal((30, 6), (examples.Step, ((ImageFrame)examples.Find("pictures")!).Count));
        Assert.Equal(30, (await runs.Service.ReadAsync(id, GoodnessReading.Name, new ReadingQuery(Layer: 1), Token))!.Step);
        Assert.Equal(30, (await runs.Service.ReadAsync(id, LayerStatisticsReading.Name, cancellation: Token))!.Step);
        Assert.NotNull(await runs.Service.ReadAsync(id, TopActivationReading.Name, new ReadingQuery(First: 2), Token));
    }

    [Fact]
    public async Task AStepOfThePastIsAnsweredByTheNearestSnapshot()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.UntilAsync((await runs.StartAsync()).Id, RunState.Completed)).Id;
        var kept = await runs.Service.MomentAsync(id, 9, Token);
        var frame = Assert.IsType<ImageFrame>(await runs.Service.ReadAsync(id, ReceptiveFieldReading.Name, new ReadingQuery(Count: 2, Step: 9), Token));

        Assert.Equal((8, 8), (kept.Step, frame.Step));
        Assert.Equal(kept.Fields[0].Fields[..(2 * 784)], frame.Values);
        Assert.Null(await runs.Service.ReadAsync(id, ExampleReading.Name, new ReadingQuery(Step: 0), Token));
        Assert.Equal(0, (await runs.Service.ReadAsync(id, ReceptiveFieldReading.Name, new ReadingQuery(Step: 0), Token))!.Step);
        Assert.Equal("Run '" + id + "' has done steps 0 to 30; asked for step 31.", await RefusalAsync(runs, id, ReceptiveFieldReading.Name, new ReadingQuery(Step: 31)));
        Assert.Equal("top-activations is not kept of the past; leave step out.", await RefusalAsync(runs, id, TopActivationReading.Name, new ReadingQuery(Step: 3)));
    }

    [Fact]
    public async Task WhatDoesNotExistIsRefusedWithASentence()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = await HeldAsync(runs);

        Assert.Equal(
            "There is no reading 'dreams'; there are receptive-fields, top-activation-means, top-activations, layer-statistics, examples, goodness.",
            await RefusalAsync(runs, id, "dreams", default));
        Assert.Equal("layer is 7; goodness has layers 0 to 1.", await RefusalAsync(runs, id, GoodnessReading.Name, new ReadingQuery(Layer: 7)));
        Assert.Equal("first is 6; layer 1 has units 0 to 5.", await RefusalAsync(runs, id, ReceptiveFieldReading.Name, new ReadingQuery(First: 6)));
        await Assert.ThrowsAsync<RunNotFoundException>(() => runs.Service.ReadAsync("nosuchrun", GoodnessReading.Name, cancellation: Token));
    }

    [Fact]
    public async Task ARunThatWaitsHasNothingToShowYet()
    {
        await using var runs = await TestRuns.OpenAsync();
        await runs.StartAsync(epochs: 1_000_000);
        var waiting = (await runs.StartAsync()).Id;

        await Assert.ThrowsAsync<RunStateException>(() => runs.Service.ReadingsAsync(waiting, Token));
        await Assert.ThrowsAsync<RunStateException>(() => runs.Service.ReadAsync(waiting, GoodnessReading.Name, cancellation: Token));
    }

    [Fact]
    public async Task ANetworkIsAskedWithItsProbeAndNothingElse()
    {
        await using var runs = await TestRuns.OpenAsync(new FakeTraining { Probe = Probe.Drawing(new ImageShape(28, 28)) });
        var id = await HeldAsync(runs);
        var probe = runs.Service.ProbeOf(id);
        var drawing = new byte[probe.Length];
        drawing[0] = 7;
        var answer = Assert.IsType<GroupFrame>(await runs.Service.AskAsync(id, drawing, Token));

        Assert.Equal((ProbeKind.Drawing, new ImageShape(28, 28)), (probe.Kind, probe.Shape));
        Assert.Equal((1L, 7), (answer.Step, ((GridFrame)answer.Find("classes")!).Mark!.Row));
        Assert.Equal(
            "There are 3 bytes; a picture of 28 x 28 has 784.",
            (await Assert.ThrowsAsync<RunRequestException>(() => runs.Service.AskAsync(id, new byte[3], Token))).Message);
    }

    [Fact]
    public async Task WatchersSeeEveryStepOfAHeldRunAndTheEnd()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(paused: true)).Id;
        await using var frames = runs.Service.WatchReadingAsync(id, GoodnessReading.Name, new ReadingQuery(Layer: 1), 60, Token).GetAsyncEnumerator(Token);
        var first = frames.MoveNextAsync().AsTask();
        Assert.False(first.IsCompleted);
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        Assert.True(await first);
        Assert.Equal(1, frames.Current.Step);
        var second = frames.MoveNextAsync().AsTask();
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        Assert.True(await second);
        Assert.Equal(2, frames.Current.Step);
        var end = frames.MoveNextAsync().AsTask();
        await runs.Service.StopAsync(id, Token);

        // What the stopped run keeps is of the same step, which has been seen.
        Assert.False(await end);
    }

    [Fact]
    public async Task WatchingWhatCannotBeWatchedIsRefused()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = await HeldAsync(runs);

        await Assert.ThrowsAsync<RunRequestException>(() => FirstAsync("dreams", default));
        await Assert.ThrowsAsync<RunRequestException>(() => FirstAsync(GoodnessReading.Name, new ReadingQuery(Step: 0)));
        await Assert.ThrowsAsync<RunRequestException>(() => FirstAsync(GoodnessReading.Name, new ReadingQuery(Layer: 9)));

        async Task FirstAsync(string name, ReadingQuery query)
        {
            await using var frames = runs.Service.WatchReadingAsync(id, name, query, 4, Token).GetAsyncEnumerator(Token);
            await frames.MoveNextAsync();
        }
    }

    private static async Task<string> HeldAsync(TestRuns runs)
    {
        var id = (await runs.StartAsync(paused: true)).Id;
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        return id;
    }

    private static async Task<string> RefusalAsync(TestRuns runs, string id, string reading, ReadingQuery query) =>
        (await Assert.ThrowsAsync<RunRequestException>(() => runs.Service.ReadAsync(id, reading, query, Token))).Message;
}
