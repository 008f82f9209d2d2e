using ForwardForward.Cli.Training;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;

namespace ForwardForward.Cli.Tests.Training;

public sealed class TrainSessionTests
{
    private readonly FakeRunService _runs = new();
    private readonly RecordingDisplay _display = new();

    [Fact]
    public async Task InterruptionHoldsTheRun()
    {
        using var interruption = new CancellationTokenSource();
        var run = await _runs.StartAsync(new StartRun("ff-test", Recipes.Scale.Smoke), TestContext.Current.CancellationToken);
        var following = new TrainSession(_runs, _display, TextWriter.Null).FollowAsync(run, interruption.Token);

        await interruption.CancelAsync();
        var held = await following;

        Assert.Equal(RunState.Paused, held.State);
        Assert.Equal(["start ff-test", $"pause {run.Id}"], _runs.Commands);
    }

    [Fact]
    public async Task RunThatEndedBeforeItCouldBeHeldIsTakenAsItIs()
    {
        using var interruption = new CancellationTokenSource();
        var run = await _runs.StartAsync(new StartRun("ff-test", Recipes.Scale.Smoke), TestContext.Current.CancellationToken);
        var following = new TrainSession(_runs, _display, TextWriter.Null).FollowAsync(run, interruption.Token);

        _runs.Run(run.Id).Change(snapshot => snapshot with { State = RunState.Completed });
        _runs.Failure = new RunStateException("It has ended.");
        await interruption.CancelAsync();

        Assert.Equal(RunState.Completed, (await following).State);
    }

    [Fact]
    public async Task EpochsFromBeforeTheResumptionAreKeptButNotShownAgain()
    {
        using var interruption = new CancellationTokenSource();
        var started = await _runs.StartAsync(new StartRun("ff-test", Recipes.Scale.Smoke), TestContext.Current.CancellationToken);
        var fake = _runs.Run(started.Id);
        var resumed = fake.Change(run => run with { Epoch = 2 });
        var session = new TrainSession(_runs, _display, TextWriter.Null);
        var following = session.FollowAsync(resumed, interruption.Token);
        foreach (var epoch in new[] { 1, 2, 3, 4 })
        {
            fake.Publish(epoch * 10, epoch, epoch, ("head/loss", 1.0 / epoch));
        }

        await _display.ShownAsync(epochs: 1);
        await interruption.CancelAsync();
        await following;

        Assert.Equal([3], _display.Epochs);
        Assert.Equal([1, 2, 3], session.History.Select(epoch => epoch.Epoch));
    }
}
