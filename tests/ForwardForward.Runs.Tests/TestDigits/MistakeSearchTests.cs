using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.TestDigits;

public sealed class MistakeSearchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_finds_what_the_network_gets_wrong_and_pages_it()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = await HeldAsync(runs);
        Assert.Null(runs.Service.TestDigits.LastSearch(id));
        Assert.Equal(0, Page(runs, id, new MistakeQuery(TestProcedure.Softmax)).Found);

        var search = await FinishedAsync(runs, id);
        Assert.Equal((MistakeSearchState.Finished, 1L, 30, 30, 10, 10), (search.State, search.Step, search.Done, search.Total, search.ByGoodness, search.BySoftmax));
        Assert.Null(search.SecondsLeft);

        var page = Page(runs, id, new MistakeQuery(TestProcedure.Goodness, First: 2, Count: 3, SurestFirst: false));
        Assert.Equal(10, page.Found);
        Assert.Equal([(6, 6, 7), (9, 9, 0), (12, 2, 3)], page.Mistakes.Select(mistake => (mistake.Index, mistake.Label, mistake.Answer)));
        Assert.Equal([7, 0, 3], page.Pixels.Select(pixels => pixels[0]));
        Assert.Equal([3], Page(runs, id, new MistakeQuery(TestProcedure.Goodness, Label: 3)).Mistakes.Select(mistake => mistake.Index));
        Assert.Empty(Page(runs, id, new MistakeQuery(TestProcedure.Goodness, First: 10)).Mistakes);
        Assert.Throws<RunRequestException>(() => Page(runs, id, new MistakeQuery(TestProcedure.Goodness, Count: 101)));
        Assert.Throws<RunRequestException>(() => Page(runs, id, new MistakeQuery(TestProcedure.Goodness, First: -1)));
        Assert.Throws<RunRequestException>(() => Page(runs, id, new MistakeQuery(TestProcedure.Goodness, Label: 10)));
    }

    [Fact]
    public async Task Training_goes_on_while_it_reads_and_it_keeps_its_weights()
    {
        var training = new FakeTraining();
        await using var runs = await TestRuns.OpenAsync(training);
        var id = await HeldAsync(runs);
        training.Readings.Shut();
        var begun = await runs.Service.TestDigits.SearchAsync(id, Token);
        Assert.Equal(1, begun.Step);
        training.Readings.Allow(5);
        await UntilAsync(runs, id, search => search is { State: MistakeSearchState.Searching, Done: 5 });

        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        Assert.Equal(2, runs.Service.Get(id).Step);
        Assert.Equal([0, 3], Page(runs, id, new MistakeQuery(TestProcedure.Softmax, SurestFirst: false)).Mistakes.Select(mistake => mistake.Index));
        Assert.NotNull(runs.Service.TestDigits.LastSearch(id)!.SecondsLeft);
        Assert.Equal(1, (await runs.Service.TestDigits.SearchAsync(id, Token)).Step);

        training.Readings.Open();
        Assert.Equal(1, (await UntilAsync(runs, id, search => search?.State == MistakeSearchState.Finished)).Step);
        Assert.Equal(0, training.Misuses.Value);
        Assert.Equal(2, (await FinishedAsync(runs, id)).Step);
    }

    [Fact]
    public async Task It_can_be_cancelled_and_what_was_found_stays()
    {
        var training = new FakeTraining();
        await using var runs = await TestRuns.OpenAsync(training);
        var id = await HeldAsync(runs);
        training.Readings.Shut();
        await runs.Service.TestDigits.SearchAsync(id, Token);
        training.Readings.Allow(4);
        await UntilAsync(runs, id, search => search is { Done: 4 });
        runs.Service.TestDigits.CancelSearch(id);
        training.Readings.Open();
        var search = await UntilAsync(runs, id, search => search is { IsActive: false });
        Assert.Equal(MistakeSearchState.Cancelled, search.State);
        Assert.InRange(search.Done, 4, 5);
        Assert.Equal(2, search.ByGoodness);
    }

    [Fact]
    public async Task Searches_take_turns_and_so_many_may_wait()
    {
        var training = new FakeTraining();
        await using var runs = await TestRuns.OpenAsync(training, change: options => options with { MaximumHeld = 10 });
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await HeldAsync(runs));
        }

        training.Readings.Shut();
        await runs.Service.TestDigits.SearchAsync(ids[0], Token);
        await UntilAsync(runs, ids[0], search => search is { State: MistakeSearchState.Searching });
        foreach (var id in ids.Skip(1).Take(3))
        {
            Assert.Equal(MistakeSearchState.Waiting, (await runs.Service.TestDigits.SearchAsync(id, Token)).State);
        }

        Assert.StartsWith("4 searches", (await Assert.ThrowsAsync<RunStateException>(() => runs.Service.TestDigits.SearchAsync(ids[4], Token))).Message, StringComparison.Ordinal);
        runs.Service.TestDigits.CancelSearch(ids[1]);
        await UntilAsync(runs, ids[1], search => search is { State: MistakeSearchState.Cancelled, Done: 0, ByGoodness: null });
        training.Readings.Open();
        foreach (var id in new[] { ids[0], ids[2], ids[3] })
        {
            await UntilAsync(runs, id, search => search is { State: MistakeSearchState.Finished });
        }
    }

    [Fact]
    public async Task A_run_that_is_deleted_ends_its_search()
    {
        var training = new FakeTraining();
        await using var runs = await TestRuns.OpenAsync(training);
        var id = (await runs.StartAsync(1)).Id;
        await runs.UntilAsync(id, RunState.Completed);
        training.Readings.Shut();
        await runs.Service.TestDigits.SearchAsync(id, Token);
        await UntilAsync(runs, id, search => search is { State: MistakeSearchState.Searching });
        await runs.Service.DeleteAsync(id, Token);
        training.Readings.Open();
        Assert.Throws<RunNotFoundException>(() => runs.Service.TestDigits.LastSearch(id));
    }

    [Fact]
    public async Task Without_weights_or_its_data_there_is_nothing_to_look_for()
    {
        var training = new FakeTraining();
        await using var runs = await TestRuns.OpenAsync(training);
        var trained = (await runs.StartAsync(1)).Id;
        await runs.UntilAsync(trained, RunState.Completed);
        await runs.StartAsync(epochs: 1_000_000);
        var queued = (await runs.StartAsync()).Id;
        Assert.Contains("no weights yet", (await Assert.ThrowsAsync<RunStateException>(() => runs.Service.TestDigits.SearchAsync(queued, Token))).Message, StringComparison.Ordinal);

        training.DataName = "other digits";
        var refusal = await Assert.ThrowsAsync<RunStateException>(() => runs.Service.TestDigits.SearchAsync(trained, Token));
        Assert.Contains("learnt from fake digits, but only other digits", refusal.Message, StringComparison.Ordinal);
        training.ImagesToCount = 0;
        training.DataName = "fake digits";
        Assert.Contains("no test digits", (await Assert.ThrowsAsync<RunStateException>(() => runs.Service.TestDigits.SearchAsync(trained, Token))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_ends_also_while_it_reads()
    {
        var training = new FakeTraining();
        var runs = await TestRuns.OpenAsync(training);
        var id = await HeldAsync(runs);
        training.Readings.Shut();
        await runs.Service.TestDigits.SearchAsync(id, Token);
        await UntilAsync(runs, id, search => search is { State: MistakeSearchState.Searching });
        await runs.DisposeAsync();
        Assert.Equal(0, training.Misuses.Value);
    }

    private static async Task<string> HeldAsync(TestRuns runs)
    {
        var id = (await runs.StartAsync(paused: true)).Id;
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        return id;
    }

    private static async Task<MistakeSearch> FinishedAsync(TestRuns runs, string id)
    {
        await runs.Service.TestDigits.SearchAsync(id, Token);
        return await UntilAsync(runs, id, search => search?.State == MistakeSearchState.Finished);
    }

    private static async Task<MistakeSearch> UntilAsync(TestRuns runs, string id, Func<MistakeSearch?, bool> condition)
    {
        await foreach (var search in runs.Service.TestDigits.WatchSearchAsync(id, Token))
        {
            if (condition(search))
            {
                return search!;
            }
        }

        throw new InvalidOperationException("The run was deleted.");
    }

    private static MistakePage Page(TestRuns runs, string id, MistakeQuery query) => runs.Service.TestDigits.Mistakes(id, query);
}
