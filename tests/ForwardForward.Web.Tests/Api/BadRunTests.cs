using System.Net;
using ForwardForward.Recipes;
using ForwardForward.Runs;
using ForwardForward.Web.Tests.Hosting;

namespace ForwardForward.Web.Tests.Api;

/// <summary>Runs that cannot be shown, and commands for which the disk has no room.</summary>
public sealed class BadRunTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    [Fact]
    public async Task Runs_that_cannot_be_shown_are_left_out_and_the_rest_is_served()
    {
        var good = dashboard.AddRun().Snapshot.Id;
        string[] bad =
        [
            .. new[]
            {
                dashboard.AddRun(change: run => run with { Recipe = run.Recipe with { Scale = (Scale)99 } }),
                dashboard.AddRun(change: run => run with { Recipe = run.Recipe with { Info = run.Recipe.Info with { Title = null! } } }),
                dashboard.AddRun(change: run => run with { TrainSeconds = double.NaN }),
                dashboard.AddRun((RunState)7),
            }.Select(run => run.Snapshot.Id),
        ];

        // The dashboard has runs of the other tests too.
        var list = await (await dashboard.GetAsync("/api/runs")).ReadJsonAsync();
        string[] served = [.. list.EnumerateArray().Select(run => run.GetProperty("id").GetString()!)];
        Assert.Contains(good, served);
        Assert.Empty(served.Intersect(bad));
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("fork")]
    public async Task A_command_for_which_there_is_no_room_is_answered_507_with_its_sentence(string command)
    {
        var id = dashboard.AddRun().Snapshot.Id;
        dashboard.Runs.Failure = new RunStorageException("Run 'x' cannot be stored now: No space left on device");
        try
        {
            await Problem.AssertAsync(await dashboard.CommandAsync($"/api/runs/{id}/{command}"), HttpStatusCode.InsufficientStorage, "No space left on device");
        }
        finally
        {
            dashboard.Runs.Failure = null;
        }
    }
}
