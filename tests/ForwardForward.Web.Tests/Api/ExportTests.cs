using System.Net;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Endpoints.Exports;
using ForwardForward.Web.Tests.Hosting;

namespace ForwardForward.Web.Tests.Api;

public sealed class ExportTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    [Fact]
    public async Task Many_runs_become_one_csv()
    {
        var (first, second) = (WithPoints(2, "head/loss"), WithPoints(1, "validation/goodness-error", "a, \"strange\" name"));
        second.Change(run => run with { Tags = ["one", "two"] });

        using var answer = await dashboard.GetAsync($"/api/metrics.csv?runs={first.Snapshot.Id},{second.Snapshot.Id}");

        Assert.Equal("2-runs.csv", answer.Content.Headers.ContentDisposition?.FileName);
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n');
        Assert.Equal("run,recipe,scale,seed,tags,sequence,step,epoch,seconds,head/loss,validation/goodness-error,\"a, \"\"strange\"\" name\"", lines[0]);
        Assert.Equal($"{first.Snapshot.Id},ff-supervised-small,quick,1,,0,0,0,0,0.5,,", lines[1]);
        Assert.StartsWith($"{second.Snapshot.Id},ff-supervised-small,quick,1,\"one, two\",0,", lines[3], StringComparison.Ordinal);
        Assert.Equal(5, lines.Length);
    }

    [Fact]
    public async Task Long_histories_are_whole_in_both_forms()
    {
        const int Count = 4500;
        var run = WithPoints(Count, "head/loss");
        using var csv = await dashboard.GetAsync($"/api/metrics.csv?runs={run.Snapshot.Id}");
        Assert.Equal(Count + 2, (await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n').Length);

        var json = (await (await dashboard.GetAsync($"/api/metrics.json?runs={run.Snapshot.Id}")).ReadJsonAsync()).GetProperty("runs")[0];
        Assert.Equal(run.Snapshot.Id, json.GetProperty("run").GetProperty("id").GetString());
        Assert.Equal(Enumerable.Range(0, Count).Select(i => (long)i), json.GetProperty("points").EnumerateArray().Select(point => point.GetProperty("sequence").GetInt64()));
    }

    [Theory]
    [InlineData("", "names none")]
    [InlineData("?runs=", "names none")]
    [InlineData("?runs=,,", "names none")]
    public async Task An_export_of_nothing_is_refused(string query, string word) =>
        await Problem.AssertAsync(await dashboard.GetAsync($"/api/metrics.csv{query}"), HttpStatusCode.BadRequest, "runs", word);

    [Fact]
    public async Task Too_many_runs_and_unknown_ones_are_refused()
    {
        var many = string.Join(',', Enumerable.Range(0, 101).Select(i => $"run{i}"));
        await Problem.AssertAsync(await dashboard.GetAsync($"/api/metrics.json?runs={many}"), HttpStatusCode.BadRequest, "100", "101");
        await Problem.AssertAsync(await dashboard.GetAsync("/api/metrics.csv?runs=nosuchrun000"), HttpStatusCode.NotFound, "nosuchrun000");
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    public void Fields_are_quoted_where_they_must_be(string text, string field) => Assert.Equal(field, MetricsCsv.Quote(text));

    [Fact]
    public async Task A_run_leaves_as_a_file_and_comes_in_as_another()
    {
        var id = dashboard.AddRun(RunState.Completed).Snapshot.Id;
        using var file = await dashboard.GetAsync($"/api/runs/{id}/checkpoint.safetensors");
        Assert.Equal($"{id}.safetensors", file.Content.Headers.ContentDisposition?.FileName);
        var bytes = await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        using var answer = await dashboard.BodyAsync(HttpMethod.Post, "/api/runs/import", bytes, "application/octet-stream");
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Contains("/api/runs/imported", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Contains($"run {id}", dashboard.Runs.Imported);
    }

    [Fact]
    public async Task Another_content_type_is_no_run() => await Problem.AssertAsync(
        await dashboard.BodyAsync(HttpMethod.Post, "/api/runs/import", [1], "image/png"), HttpStatusCode.UnsupportedMediaType, "application/octet-stream", "image/png");

    [Fact]
    public async Task A_file_that_says_it_is_too_large_is_refused_before_it_is_sent()
    {
        using var client = new System.Net.Sockets.TcpClient(dashboard.Address.Host, dashboard.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            System.Text.Encoding.ASCII.GetBytes($"POST /api/runs/import HTTP/1.1\r\nHost: {dashboard.Address.Authority}\r\nContent-Type: application/octet-stream\r\nContent-Length: 999999999\r\nConnection: close\r\n\r\n"),
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        Assert.Contains("413", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("536,870,912", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private FakeRun WithPoints(int count, params string[] names)
    {
        var run = dashboard.AddRun();
        for (var i = 0; i < count; i++)
        {
            run.Publish(i, 0, 0, [.. names.Select(name => (name, 0.5))]);
        }

        return run;
    }
}
