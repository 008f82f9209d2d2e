using System.Net;
using System.Text.Json;
using ForwardForward.Web.Hubs.Messages;
using ForwardForward.Web.Tests.Hosting;
using Microsoft.AspNetCore.SignalR.Client;

namespace ForwardForward.Web.Tests.Api;

/// <summary>A real network learns real (made-up) digits behind the interfaces.</summary>
public sealed class RealRunTests(RealDashboard dashboard) : IClassFixture<RealDashboard>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_is_started_watched_judged_by_and_forked()
    {
        var id = await StartAsync("""{"recipe":"ff-supervised-small","scale":"smoke","seed":3,"overrides":{"epochs":2}}""");

        // Two connections, the second from where the first left off.
        var seen = new List<MetricMessage>();
        await using (var first = await ConnectAsync(messagePack: false))
        {
            await foreach (var point in first.StreamAsync<MetricMessage>("Metrics", id, 0L, Cancellation))
            {
                seen.Add(point);
                if (seen.Count == 3)
                {
                    break;
                }
            }
        }

        await using var second = await ConnectAsync(messagePack: true);
        await foreach (var point in second.StreamAsync<MetricMessage>("Metrics", id, 3L, Cancellation))
        {
            seen.Add(point);
        }

        Assert.Equal(Enumerable.Range(0, seen.Count).Select(sequence => (long)sequence), seen.Select(point => point.Sequence));
        Assert.Contains(seen, point => point.Values.ContainsKey("layer-1/positive-goodness"));

        var run = await (await dashboard.Client.GetAsync($"/api/runs/{id}")).ReadJsonAsync();
        Assert.Equal("completed", run.GetProperty("state").GetString());
        Assert.True(run.GetProperty("isSynthetic").GetBoolean());
        Assert.InRange(run.GetProperty("errors").GetProperty("validationGoodness").GetDouble(), 0, 100);
        Assert.InRange(run.GetProperty("errors").GetProperty("validationSoftmax").GetDouble(), 0, 100);
        Assert.Equal(seen[^1].Sequence, run.GetProperty("lastMetrics").GetProperty("sequence").GetInt64());
        Assert.Equal(2, run.GetProperty("settings").GetProperty("epochs").GetInt32());

        await Problem.AssertAsync(await dashboard.Client.CommandAsync($"/api/runs/{id}/pause"), HttpStatusCode.Conflict, id);
        await Problem.AssertAsync(await dashboard.Client.CommandAsync($"/api/runs/{id}/step"), HttpStatusCode.Conflict, id);

        var verdict = await (await dashboard.Client.JsonAsync(HttpMethod.Post, $"/api/runs/{id}/classify", """{"strokes":[[[10,10],[40,10],[25,60]]]}""")).ReadJsonAsync();
        Assert.InRange(verdict.GetProperty("label").GetInt32(), 0, 9);
        Assert.Equal(1, verdict.GetProperty("softmax").EnumerateArray().Sum(probability => probability.GetDouble()), 3);
        Assert.Equal(3, verdict.GetProperty("layers").GetArrayLength());

        var (width, _) = await (await dashboard.Client.GetAsync($"/api/runs/{id}/layers/0/fields.png?zoom=1&columns=10")).ReadPngSizeAsync();
        Assert.InRange(width, 280, 308);

        var fork = (await (await dashboard.Client.CommandAsync($"/api/runs/{id}/fork")).ReadJsonAsync()).GetProperty("id").GetString();
        Assert.NotEqual(id, fork);
        using var deleted = await dashboard.Client.Http.DeleteAsync(new Uri($"/api/runs/{id}", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await Problem.AssertAsync(await dashboard.Client.GetAsync($"/api/runs/{id}"), HttpStatusCode.NotFound, id);
    }

    [Fact]
    public async Task A_paused_run_steps_resumes_and_stops()
    {
        var id = await StartAsync("""{"recipe":"ff-supervised-small","scale":"smoke","startPaused":true}""");

        var run = await (await dashboard.Client.CommandAsync($"/api/runs/{id}/step")).ReadJsonAsync();
        Assert.Equal(("paused", 1), (run.GetProperty("state").GetString(), run.GetProperty("step").GetInt64()));
        run = await (await dashboard.Client.CommandAsync($"/api/runs/{id}/step?unit=epoch")).ReadJsonAsync();
        Assert.Equal(run.GetProperty("stepsPerEpoch").GetInt64(), run.GetProperty("step").GetInt64());

        await using var hub = await ConnectAsync(messagePack: true);
        await foreach (var fields in hub.StreamAsync<FieldsMessage>("ReceptiveFields", id, 0, 0, 10, 10.0, Cancellation))
        {
            Assert.Equal((run.GetProperty("step").GetInt64(), 10), (fields.Step, fields.Scales.Length));
            Assert.All(fields.Scales, scale => Assert.True(scale > 0));
            break;
        }

        var (_, height) = await (await dashboard.Client.GetAsync($"/api/runs/{id}/negatives.png?count=5&zoom=1")).ReadPngSizeAsync();
        Assert.InRange(height, 56, 60);

        run = await (await dashboard.Client.JsonAsync(HttpMethod.Patch, $"/api/runs/{id}", """{"learningRateFactor":0.5}""")).ReadJsonAsync();
        Assert.Equal("paused", run.GetProperty("state").GetString());
        run = await (await dashboard.Client.CommandAsync($"/api/runs/{id}/stop")).ReadJsonAsync();
        Assert.Equal("stopped", run.GetProperty("state").GetString());
        await Problem.AssertAsync(await dashboard.Client.CommandAsync($"/api/runs/{id}/resume"), HttpStatusCode.Conflict, id, "stopped");
    }

    [Fact]
    public async Task The_mistakes_of_a_run_are_its_test_errors_and_each_can_be_looked_at()
    {
        var id = await StartAsync("""{"recipe":"ff-supervised-small","scale":"smoke","seed":5,"overrides":{"epochs":1}}""");
        var run = await UntilAsync($"/api/runs/{id}", run => run.GetProperty("state").GetString() == "completed");
        Assert.Equal(HttpStatusCode.Accepted, (await dashboard.Client.CommandAsync($"/api/runs/{id}/mistakes")).StatusCode);
        var page = await UntilAsync($"/api/runs/{id}/mistakes?count=100&order=index", page => page.GetProperty("search").GetProperty("state").GetString() == "finished");

        var (search, errors) = (page.GetProperty("search"), run.GetProperty("errors"));
        Assert.Equal(errors.GetProperty("testGoodness").GetDouble(), search.GetProperty("byGoodness").GetInt32() * 100.0 / 500, 9);
        Assert.Equal(errors.GetProperty("testSoftmax").GetDouble(), search.GetProperty("bySoftmax").GetInt32() * 100.0 / 500, 9);
        foreach (var mistake in page.GetProperty("mistakes").EnumerateArray().Take(5))
        {
            var digit = await (await dashboard.Client.GetAsync($"/api/runs/{id}/test-digits/{mistake.GetProperty("index").GetInt32()}")).ReadJsonAsync();
            Assert.Equal(mistake.GetProperty("label").GetInt32(), digit.GetProperty("label").GetInt32());
            var pixels = Digit.Image(digit).Select(pixel => (byte)pixel).ToArray();
            var verdict = await (await dashboard.Client.BodyAsync(HttpMethod.Post, $"/api/runs/{id}/classify", pixels, "application/octet-stream")).ReadJsonAsync();
            Assert.Equal(mistake.GetProperty("answer").GetInt32(), verdict.GetProperty("label").GetInt32());
        }
    }

    [Theory]
    [InlineData("""{"recipe":"ff-magic"}""", "ff-magic", "ff-supervised-small")]
    [InlineData("""{"recipe":"ff-supervised-small","overrides":{"colour":1}}""", "colour", "epochs")]
    [InlineData("""{"recipe":"ff-supervised-small","overrides":{"epochs":0}}""", "epochs", "1 to 10000")]
    [InlineData("""{"recipe":"ff-supervised-small","overrides":{"epochs":1.5}}""", "epochs", "1.5")]
    [InlineData("""{"recipe":"ff-supervised-small","overrides":{"learningRate":"NaN"}}""", "learningRate", "NaN")]
    [InlineData("""{"recipe":"ff-supervised-small","overrides":{"learningRate":1e999}}""", "learningRate", "1e999")]
    [InlineData("""{"recipe":"ff-supervised-small","overrides":{"learningRate":null}}""", "learningRate", "null")]
    [InlineData("""{"recipe":"ff-supervised-small","overrides":{"hiddenUnits":[1000,0]}}""", "hiddenUnits", "1 to 10000")]
    [InlineData("""{"recipe":"ff-supervised-small","scale":"smoke","overrides":{"trainImages":10,"batchSize":100}}""", "batchSize", "100")]
    public async Task What_cannot_be_run_is_refused(string body, params string[] words) =>
        await Problem.AssertAsync(await dashboard.Client.JsonAsync(HttpMethod.Post, "/api/runs", body), HttpStatusCode.BadRequest, words);

    private async Task<string> StartAsync(string body)
    {
        JsonElement run = await (await dashboard.Client.JsonAsync(HttpMethod.Post, "/api/runs", body)).ReadJsonAsync();
        return run.GetProperty("id").GetString()!;
    }

    private async Task<JsonElement> UntilAsync(string path, Func<JsonElement, bool> condition)
    {
        JsonElement answer;
        do
        {
            await Task.Delay(20, Cancellation);
            answer = await (await dashboard.Client.GetAsync(path)).ReadJsonAsync();
        }
        while (!condition(answer));
        return answer;
    }

    private async Task<HubConnection> ConnectAsync(bool messagePack)
    {
        var hub = dashboard.Client.Hub(messagePack);
        await hub.StartAsync(Cancellation);
        return hub;
    }
}
