using System.Net;
using ForwardForward.Web.Tests.Hosting;

namespace ForwardForward.Web.Tests.Api;

/// <summary>The network that ships with the program, as REST shows it.</summary>
public sealed class StarterTests(RealDashboard dashboard) : IClassFixture<RealDashboard>
{
    [Fact]
    public async Task It_is_there_before_anything_was_started()
    {
        var run = await (await dashboard.Client.GetAsync("/api/runs/starter")).ReadJsonAsync();
        Assert.Equal("completed", run.GetProperty("state").GetString());
        Assert.True(run.GetProperty("isReadOnly").GetBoolean());
        Assert.Equal("ff-supervised-handwriting", run.GetProperty("recipe").GetString());
        Assert.InRange(run.GetProperty("errors").GetProperty("testGoodness").GetDouble(), 0.5, 4);
        Assert.Contains((await (await dashboard.Client.GetAsync("/api/runs")).ReadJsonAsync()).EnumerateArray(), one => one.GetProperty("id").GetString() == "starter");
    }

    [Theory]
    [InlineData("""[[[0.02,0.24],[0.25,0],[0.25,1]]]""", 1)]
    [InlineData("""[[[0,10],[100,10],[40,100]],[[20,55],[80,50]]]""", 7)]
    [InlineData("""[[[250,0],[60,90],[0,280],[90,470],[280,480],[400,300],[380,110],[250,0]]]""", 0)]
    [InlineData("""[[[10,0],[0,55],[58,52]],[[44,8],[42,100]]]""", 4)]
    public async Task It_reads_few_points_of_any_unit(string strokes, int label)
    {
        var verdict = await (await dashboard.Client.JsonAsync(HttpMethod.Post, "/api/runs/starter/classify", $$"""{"strokes":{{strokes}}}""")).ReadJsonAsync();
        Assert.Equal(label, verdict.GetProperty("label").GetInt32());
        Digit.AssertInTheMiddle(verdict);
    }

    [Fact]
    public async Task It_can_be_looked_at()
    {
        var (width, _) = await (await dashboard.Client.GetAsync("/api/runs/starter/layers/1/fields.png?zoom=1&columns=10&count=50")).ReadPngSizeAsync();
        Assert.InRange(width, 280, 308);
        var metrics = await (await dashboard.Client.GetAsync("/api/runs/starter/metrics")).ReadJsonAsync();
        Assert.Contains("validation/softmax-error", metrics.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("stop")]
    [InlineData("step")]
    [InlineData("fork")]
    public async Task Commands_are_refused(string command) =>
        await Problem.AssertAsync(await dashboard.Client.CommandAsync($"/api/runs/starter/{command}"), HttpStatusCode.Conflict, "starter", "read only", "ff-supervised-handwriting");

    [Fact]
    public async Task Neither_is_it_changed_nor_deleted()
    {
        await Problem.AssertAsync(
            await dashboard.Client.JsonAsync(HttpMethod.Patch, "/api/runs/starter", """{"learningRateFactor":2}"""), HttpStatusCode.Conflict, "starter", "read only");
        using var answer = await dashboard.Client.Http.DeleteAsync(new Uri("/api/runs/starter", UriKind.Relative), TestContext.Current.CancellationToken);
        await Problem.AssertAsync(answer, HttpStatusCode.Conflict, "starter", "read only");
    }
}
