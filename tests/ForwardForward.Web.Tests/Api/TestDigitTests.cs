using System.Net;
using ForwardForward.Web.Tests.Hosting;

namespace ForwardForward.Web.Tests.Api;

public sealed class TestDigitTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    [Fact]
    public async Task A_digit_comes_with_its_picture_and_its_true_label()
    {
        var id = dashboard.AddRun().Snapshot.Id;
        var digit = await (await dashboard.GetAsync($"/api/runs/{id}/test-digits/13")).ReadJsonAsync();

        Assert.Equal((id, 13, 30, 3), (digit.GetProperty("runId").GetString(), digit.GetProperty("index").GetInt32(), digit.GetProperty("count").GetInt32(), digit.GetProperty("label").GetInt32()));
        Assert.Equal(784, digit.GetProperty("image").GetArrayLength());
    }

    [Fact]
    public async Task A_digit_is_drawn_by_lot()
    {
        var id = dashboard.AddRun().Snapshot.Id;
        var answer = await dashboard.GetAsync($"/api/runs/{id}/test-digits/random?label=8");

        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal(8, (await answer.ReadJsonAsync()).GetProperty("label").GetInt32());
    }

    [Theory]
    [InlineData("30", "0 to 29", "30")]
    [InlineData("-1", "-1")]
    [InlineData("seven", "'index' must be a whole number", "seven")]
    [InlineData("random?label=10", "'label' must be from 0 to 9; got 10")]
    [InlineData("random?label=x", "'label'", "x")]
    public async Task What_does_not_exist_is_refused(string path, params string[] words) =>
        await Problem.AssertAsync(await dashboard.GetAsync($"/api/runs/{dashboard.AddRun().Snapshot.Id}/test-digits/{path}"), HttpStatusCode.BadRequest, words);

    [Fact]
    public async Task Of_an_unknown_run_there_are_none() =>
        await Problem.AssertAsync(await dashboard.GetAsync("/api/runs/nosuchrun123/test-digits/0"), HttpStatusCode.NotFound, "nosuchrun123");
}
