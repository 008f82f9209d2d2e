using System.Net;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Tests.Hosting;

namespace ForwardForward.Web.Tests.Api;

public sealed class MistakeTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    [Fact]
    public async Task A_search_is_begun_followed_and_cancelled()
    {
        await using var own = new TestDashboard();
        await own.InitializeAsync();
        var id = own.AddRun().Snapshot.Id;
        using var nothing = await own.Http.DeleteAsync(new Uri($"/api/runs/{id}/mistakes", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, nothing.StatusCode);

        var begun = await own.CommandAsync($"/api/runs/{id}/mistakes");
        Assert.Equal(HttpStatusCode.Accepted, begun.StatusCode);
        Assert.EndsWith($"/api/runs/{id}/mistakes", begun.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal("searching", (await begun.ReadJsonAsync()).GetProperty("state").GetString());

        own.Runs.TestDigits.Publish(FakeTestDigits.Search(id, MistakeSearchState.Searching, done: 20, found: 2));
        var search = (await (await own.GetAsync($"/api/runs/{id}/mistakes")).ReadJsonAsync()).GetProperty("search");
        Assert.Equal((20, 30, 2, 8.0), (search.GetProperty("done").GetInt32(), search.GetProperty("total").GetInt32(), search.GetProperty("bySoftmax").GetInt32(), search.GetProperty("secondsLeft").GetDouble()));

        using var cancelled = await own.Http.DeleteAsync(new Uri($"/api/runs/{id}/mistakes", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("cancelled", (await cancelled.ReadJsonAsync()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task What_was_found_comes_page_by_page()
    {
        var id = dashboard.AddRun().Snapshot.Id;
        dashboard.Runs.TestDigits.Found = [.. Enumerable.Range(0, 7).Select(i => new Mistake(i, i, 9 - i, 0.9 - (i * 0.1)))];
        dashboard.Runs.TestDigits.Publish(FakeTestDigits.Search(id, MistakeSearchState.Finished, found: 7));
        var page = await (await dashboard.GetAsync($"/api/runs/{id}/mistakes?by=softmax&first=5&count=10")).ReadJsonAsync();

        Assert.Equal(("softmax", 7, 5, 2), (page.GetProperty("by").GetString(), page.GetProperty("found").GetInt32(), page.GetProperty("first").GetInt32(), page.GetProperty("mistakes").GetArrayLength()));
        var mistake = page.GetProperty("mistakes")[0];
        Assert.Equal((5, 5, 4), (mistake.GetProperty("index").GetInt32(), mistake.GetProperty("label").GetInt32(), mistake.GetProperty("answer").GetInt32()));
        page = await (await dashboard.GetAsync($"/api/runs/{id}/mistakes?label=3")).ReadJsonAsync();
        Assert.Equal(("goodness", 1), (page.GetProperty("by").GetString(), page.GetProperty("found").GetInt32()));
    }

    [Theory]
    [InlineData("by=loudness", "'by' must be goodness or softmax", "loudness")]
    [InlineData("order=random", "'order' must be surest or index", "random")]
    [InlineData("count=0", "'count' must be from 1 to 100")]
    [InlineData("count=101", "101")]
    [InlineData("first=-1", "'first'", "-1")]
    [InlineData("label=10", "'label' must be from 0 to 9")]
    public async Task A_query_that_makes_no_sense_is_refused(string query, params string[] words) =>
        await Problem.AssertAsync(await dashboard.GetAsync($"/api/runs/{dashboard.AddRun().Snapshot.Id}/mistakes?{query}"), HttpStatusCode.BadRequest, words);

    [Fact]
    public async Task An_unknown_run_has_no_mistakes()
    {
        await Problem.AssertAsync(await dashboard.GetAsync("/api/runs/nosuchrun123/mistakes"), HttpStatusCode.NotFound, "nosuchrun123");
        await Problem.AssertAsync(await dashboard.CommandAsync("/api/runs/nosuchrun123/mistakes"), HttpStatusCode.NotFound, "nosuchrun123");
    }

    [Fact]
    public async Task A_search_that_cannot_be_is_a_conflict()
    {
        await using var own = new TestDashboard();
        await own.InitializeAsync();
        own.Runs.TestDigits.Failure = new RunStateException("It has no weights yet.");

        await Problem.AssertAsync(await own.CommandAsync($"/api/runs/{own.AddRun().Snapshot.Id}/mistakes"), HttpStatusCode.Conflict, "weights");
    }
}
