using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Store;

/// <summary>Rows that say what no run says: such a run is left out, the others are there, and nothing of it is lost.</summary>
public sealed class DamagedRowTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""UPDATE runs SET Recipe = replace(Recipe, '"scale":"smoke"', '"scale":99')""")]
    [InlineData("""UPDATE runs SET Recipe = replace(Recipe, '"scale":"smoke"', '"scale":"99"')""")]
    [InlineData("""UPDATE runs SET Recipe = replace(Recipe, '"recipe":"', '"recipe":null,"title":"')""")]
    [InlineData("""UPDATE runs SET Recipe = replace(Recipe, '"settings":{', '"settings":null,"other":{')""")]
    [InlineData("""UPDATE runs SET Recipe = replace(Recipe, '"seed":', '"seed":null,"other":')""")]
    [InlineData("UPDATE runs SET Recipe = '{'")]
    [InlineData("UPDATE runs SET Recipe = 'null'")]
    [InlineData("UPDATE runs SET Tags = '[null]'")]
    [InlineData("UPDATE runs SET Layers = '[null]'")]
    [InlineData("UPDATE runs SET Errors = '{\"validationGoodness\":1e999}'")]
    [InlineData("UPDATE runs SET Scores = '{\"test/free-energy-error\":1e999}'")]
    [InlineData("UPDATE runs SET Scores = '[1]'")]
    [InlineData("UPDATE runs SET CreatedAt = -5")]
    [InlineData("UPDATE runs SET CreatedAt = 9223372036854775807")]
    [InlineData("UPDATE runs SET DeletedAt = 9223372036854775807")]
    [InlineData("UPDATE runs SET TrainSeconds = 9e999")]
    public async Task A_damaged_row_is_left_out_and_kept_and_the_rest_is_there(string damage)
    {
        using var folder = new TestFolder();
        var (good, bad) = await TwoRunsAsync(folder.Path);
        Database.Run(folder.Path, $"{damage} WHERE Id = '{bad}'");
        await using (var runs = await TestRuns.OpenAsync(folder: folder.Path))
        {
            Assert.Equal(good, Assert.Single(runs.Service.List()).Id);
            Assert.Empty(runs.Service.ListDeleted());
            Assert.NotEmpty(await runs.HistoryAsync(good));
        }

        Assert.Equal(2L, Database.Ask(folder.Path, "SELECT count(*) FROM runs"));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(folder.Path, "checkpoints", bad), "*.safetensors"));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("-1")]
    [InlineData("Running, Paused")]
    [InlineData("no state")]
    public async Task A_state_that_is_none_counts_as_interrupted(string state)
    {
        using var folder = new TestFolder();
        var (_, id) = await TwoRunsAsync(folder.Path);
        Database.Run(folder.Path, $"UPDATE runs SET State = '{state}' WHERE Id = '{id}'");
        await using var runs = await TestRuns.OpenAsync(folder: folder.Path);
        Assert.Equal(RunState.Interrupted, runs.Service.Get(id).State);
    }

    [Fact]
    public async Task A_damaged_point_has_no_values_and_spoils_neither_history_nor_list()
    {
        using var folder = new TestFolder();
        var (_, id) = await TwoRunsAsync(folder.Path);
        Database.Run(folder.Path, $"UPDATE metrics SET \"Values\" = '{{' WHERE RunId = '{id}' AND Sequence = (SELECT max(Sequence) FROM metrics WHERE RunId = '{id}')");
        await using var runs = await TestRuns.OpenAsync(folder: folder.Path);
        Assert.Equal(2, runs.Service.List().Count);
        Assert.Empty((await runs.HistoryAsync(id))[^1].Values);
    }

    private static async Task<(string Good, string Bad)> TwoRunsAsync(string folder)
    {
        await using var runs = await TestRuns.OpenAsync(folder: folder);
        var good = await runs.UntilAsync((await runs.StartAsync()).Id, RunState.Completed);
        var bad = await runs.UntilAsync((await runs.StartAsync()).Id, RunState.Completed);
        return (good.Id, bad.Id);
    }
}
