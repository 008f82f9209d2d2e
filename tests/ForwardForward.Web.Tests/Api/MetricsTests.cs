using System.Globalization;
using System.Net;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Tests.Hosting;

namespace ForwardForward.Web.Tests.Api;

public sealed class MetricsTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    [Fact]
    public async Task Asking_again_from_next_gives_every_point_once()
    {
        var id = RunWithPoints(25);
        var seen = new List<long>();

        for (long from = 0; seen.Count < 25;)
        {
            var page = await (await dashboard.GetAsync($"/api/runs/{id}/metrics?from={from}&limit=10")).ReadJsonAsync();
            seen.AddRange(page.GetProperty("points").EnumerateArray().Select(point => point.GetProperty("sequence").GetInt64()));
            Assert.True(page.GetProperty("next").GetInt64() > from);
            from = page.GetProperty("next").GetInt64();
        }

        Assert.Equal(Enumerable.Range(0, 25).Select(sequence => (long)sequence), seen);
    }

    [Fact]
    public async Task Past_the_end_there_is_nothing_and_next_stays()
    {
        var page = await (await dashboard.GetAsync($"/api/runs/{RunWithPoints(3)}/metrics?from=3")).ReadJsonAsync();

        Assert.Equal(0, page.GetProperty("points").GetArrayLength());
        Assert.Equal(3, page.GetProperty("next").GetInt64());
    }

    [Fact]
    public async Task Csv_has_the_same_numbers()
    {
        var run = dashboard.AddRun();
        run.Publish(0, 0, 0, ("layer-1/loss", 0.1));
        run.Publish(100, 0.2, 1.5, ("layer-1/loss", 1.0 / 3), ("validation/goodness-error", 4.25));

        using var answer = await dashboard.GetAsync($"/api/runs/{run.Snapshot.Id}/metrics.csv");

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n');
        Assert.Equal("sequence,step,epoch,seconds,layer-1/loss,validation/goodness-error", lines[0]);
        Assert.Equal("0,0,0,0,0.1,", lines[1]);
        Assert.Equal(1.0 / 3, double.Parse(lines[2].Split(',')[4], CultureInfo.InvariantCulture));
        Assert.Equal("", lines[3]);
        Assert.Equal(4, lines.Length);
    }

    [Theory]
    [InlineData("from=-1", "from", "-1")]
    [InlineData("from=abc", "from", "abc")]
    [InlineData("from=1e300", "from", "1e300")]
    [InlineData("from=99999999999999999999", "from", "99999999999999999999")]
    [InlineData("limit=0", "limit", "1 to 10000")]
    [InlineData("limit=10001", "limit", "10001")]
    public async Task Bad_parameters_are_refused(string query, params string[] words) =>
        await Problem.AssertAsync(await dashboard.GetAsync($"/api/runs/{RunWithPoints(1)}/metrics?{query}"), HttpStatusCode.BadRequest, words);

    private string RunWithPoints(int count)
    {
        var run = dashboard.AddRun();
        for (var i = 0; i < count; i++)
        {
            run.Publish(i * 10, i / 10.0, i, ("head/loss", 1.0 / (i + 1)));
        }

        return run.Snapshot.Id;
    }
}
