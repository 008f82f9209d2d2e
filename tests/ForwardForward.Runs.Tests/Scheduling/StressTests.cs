using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Scheduling;

public sealed class StressTests
{
    private const int Commanders = 8;
    private const int Commands = 25;

    [Fact]
    public async Task Many_people_commanding_the_same_runs_break_nothing()
    {
        var training = new FakeTraining();
        await using var runs = await TestRuns.OpenAsync(training, change: options => options with { MaximumRunning = 2, MaximumHeld = 1 });
        var service = runs.Service;
        for (var i = 0; i < 4; i++)
        {
            await runs.StartAsync(epochs: 300, seed: (ulong)i);
        }

        await Task.WhenAll(Enumerable.Range(0, Commanders).Select(person => Task.Run(() => CommandAsync(new Random(person)), Token)));
        var left = service.List();
        foreach (var run in left)
        {
            if (run.State is RunState.Paused)
            {
                await service.ResumeAsync(run.Id, Token);
            }
        }

        foreach (var run in left)
        {
            var last = await runs.UntilAsync(run.Id, done => done.State is RunState.Completed or RunState.Stopped);
            var history = await runs.HistoryAsync(run.Id);
            Assert.Equal(Enumerable.Range(0, history.Count), history.Select(point => (int)point.Sequence));
            Assert.Null(last.Failure);
        }

        Assert.Equal(0, training.Misuses.Value);

        async Task CommandAsync(Random random)
        {
            for (var i = 0; i < Commands; i++)
            {
                var all = service.List();
                var id = all[random.Next(all.Count)].Id;
                try
                {
                    await One(random.Next(12), id);
                }
                catch (Exception exception) when (exception is RunStateException or RunNotFoundException)
                {
                    // Somebody else was quicker.
                }
            }
        }

        Task One(int command, string id) => command switch
        {
            0 or 1 => service.PauseAsync(id, Token),
            2 or 3 => service.ResumeAsync(id, Token),
            4 or 5 => service.StepAsync(id, StepUnit.Batch, Token),
            6 => service.StepAsync(id, StepUnit.Epoch, Token),
            7 => service.ClassifyAsync(id, new byte[784], Token),
            8 => service.ReceptiveFieldsAsync(id, new FieldsRequest(), Token),
            9 => service.ForkAsync(id, Token),
            10 when service.List().Count > 8 => service.DeleteAsync(id, Token),
            11 when service.List().Count > 6 => service.StopAsync(id, Token),
            _ => service.SetLearningRateFactorAsync(id, 0.5f, Token),
        };
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
