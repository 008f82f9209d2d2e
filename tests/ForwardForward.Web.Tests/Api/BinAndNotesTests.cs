using System.Net;
using ForwardForward.Runs;
using ForwardForward.Web.Tests.Hosting;

namespace ForwardForward.Web.Tests.Api;

public sealed class BinAndNotesTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    [Fact]
    public async Task A_deleted_run_is_listed_in_the_bin_restored_and_erased()
    {
        var id = dashboard.AddRun(RunState.Stopped).Snapshot.Id;
        using var deleted = await DeleteAsync($"/api/runs/{id}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Contains(id, await BinAsync());

        var back = await (await dashboard.CommandAsync($"/api/runs/{id}/restore")).ReadJsonAsync();
        Assert.Equal(id, back.GetProperty("id").GetString());
        Assert.DoesNotContain(id, await BinAsync());

        (await DeleteAsync($"/api/runs/{id}")).Dispose();
        using var erased = await DeleteAsync($"/api/bin/{id}");
        Assert.Equal(HttpStatusCode.NoContent, erased.StatusCode);
        await Problem.AssertAsync(await dashboard.CommandAsync($"/api/runs/{id}/restore"), HttpStatusCode.NotFound, id);
    }

    [Fact]
    public async Task Notes_and_tags_are_changed_and_shown()
    {
        var id = dashboard.AddRun(RunState.Completed).Snapshot.Id;
        await (await dashboard.JsonAsync(HttpMethod.Patch, $"/api/runs/{id}", """{"note":"Best so far","tags":["best"]}""")).ReadJsonAsync();

        var run = await (await dashboard.GetAsync($"/api/runs/{id}")).ReadJsonAsync();
        Assert.Equal(("Best so far", "best"), (run.GetProperty("note").GetString(), run.GetProperty("tags")[0].GetString()));
        Assert.DoesNotContain($"factor 1 {id}", dashboard.Runs.Commands);
    }

    [Theory]
    [InlineData("""{"tags":["a,b"]}""", "a,b")]
    [InlineData("""{"tags":"best"}""", "tags")]
    [InlineData("""{"note":7}""", "note")]
    [InlineData("{}", "learningRateFactor, note or tags")]
    public async Task Bad_notes_are_refused_before_anything_changes(string body, string word) => await Problem.AssertAsync(
        await dashboard.JsonAsync(HttpMethod.Patch, $"/api/runs/{dashboard.AddRun().Snapshot.Id}", body), HttpStatusCode.BadRequest, word);

    private Task<HttpResponseMessage> DeleteAsync(string path) => dashboard.Http.DeleteAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private async Task<string> BinAsync() => (await (await dashboard.GetAsync("/api/bin")).ReadJsonAsync()).ToString();
}
