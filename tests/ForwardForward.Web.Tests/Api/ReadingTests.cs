using System.Net;
using System.Net.Http.Headers;
using ForwardForward.Frames;
using ForwardForward.Frames.Codec;
using ForwardForward.Testing;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Tests.Hosting;

namespace ForwardForward.Web.Tests.Api;

/// <summary>Readings over REST: in the list, as JSON, as PNG.</summary>
public sealed class ReadingTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheListSaysWhatCanBeAsked()
    {
        var run = RunWithFrames();
        var list = await (await dashboard.GetAsync($"/api/runs/{run.Snapshot.Id}/readings")).ReadJsonAsync();

        Assert.Equal(FrameSamples.All.Select(one => one.Name), list.EnumerateArray().Select(one => one.GetProperty("name").GetString()!));
        Assert.Equal(FrameSamples.All.Select(one => one.Frame.Kind.ToString().ToLowerInvariant()), list.EnumerateArray().Select(one => one.GetProperty("kind").GetString()!));
        Assert.True(list[0].GetProperty("isKept").GetBoolean());
    }

    [Fact]
    public async Task EveryKindComesAsJsonAndReadsBack()
    {
        var run = RunWithFrames();
        foreach (var one in FrameSamples.All)
        {
            using var answer = await dashboard.GetAsync($"/api/runs/{run.Snapshot.Id}/readings/{Uri.EscapeDataString(one.Name)}");
            var json = await answer.Content.ReadAsByteArrayAsync(Cancellation);

            Assert.Equal((HttpStatusCode.OK, "application/json", "no-store"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.ToString()));
            Assert.Equal(FrameJson.Write(one.Frame), json);
            Assert.Equal(one.Frame.Kind, FrameJson.Read(json).Kind);
        }
    }

    [Fact]
    public async Task WhatIsAskedReachesTheReading()
    {
        var run = RunWithFrames();
        await dashboard.GetAsync($"/api/runs/{run.Snapshot.Id}/readings/{Uri.EscapeDataString(FrameSamples.All[0].Name)}?layer=1&first=2&count=3&item=4&step=5");

        Assert.Equal(new ReadingQuery(1, 2, 3, 4, 5), Assert.Single(run.Queries));
    }

    [Fact]
    public async Task PicturesComeAsPngByNameAndByAcceptAndTheRestIsRefused()
    {
        var run = RunWithFrames();
        run.Publish(new NamedFrame("fields", new ImageFrame(3, new ImageShape(4, 4), ImageRange.Signed, [.. Enumerable.Range(0, 32).Select(i => i - 16f)])));
        run.Publish(new NamedFrame("words", new TextFrame(3, "so", [1, 2])));
        var fields = $"/api/runs/{run.Snapshot.Id}/readings/fields";
        var (width, height) = await (await dashboard.GetAsync($"{fields}.png?columns=1&zoom=3&legend=false")).ReadPngSizeAsync();
        Assert.InRange(width, 12, 20);
        Assert.InRange(height, 24, 36);
        Assert.Equal("image/png", await TypeAsync(fields, "image/png"));
        Assert.Equal("image/png", await TypeAsync(fields, "image/avif, image/*;q=0.8, */*;q=0.5"));
        Assert.Equal("application/json", await TypeAsync(fields, "*/*"));
        Assert.Equal("application/json", await TypeAsync(fields, "application/json, image/png;q=0.9"));

        using var words = await AskAsync($"/api/runs/{run.Snapshot.Id}/readings/words", "image/png");
        Assert.Equal(HttpStatusCode.NotAcceptable, words.StatusCode);
        Assert.Contains("is no picture: it is a text", await words.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await dashboard.GetAsync($"/api/runs/{run.Snapshot.Id}/readings/words.png")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await dashboard.GetAsync($"{fields}.png?zoom=65")).StatusCode);
    }

    [Fact]
    public async Task WhatIsNotThereYetIsAConflictAndWhatIsNoRunIsNotFound()
    {
        var run = dashboard.AddRun();

        Assert.Equal(HttpStatusCode.Conflict, (await dashboard.GetAsync($"/api/runs/{run.Snapshot.Id}/readings/goodness")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await dashboard.GetAsync("/api/runs/aaaaaaaaaaaa/readings/goodness")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await dashboard.GetAsync($"/api/runs/{run.Snapshot.Id}/readings/goodness?layer=first")).StatusCode);
    }

    [Fact]
    public async Task ANetworkSaysWhatItCanBeAskedWithAndAnswersWithAFrame()
    {
        var id = dashboard.AddRun().Snapshot.Id;
        var probe = await (await dashboard.GetAsync($"/api/runs/{id}/probe")).ReadJsonAsync();
        Assert.Equal(("drawing", 784), (probe.GetProperty("kind").GetString(), probe.GetProperty("length").GetInt32()));

        using var answer = await dashboard.BodyAsync(HttpMethod.Post, $"/api/runs/{id}/ask", new byte[784], "application/octet-stream");
        var group = Assert.IsType<GroupFrame>(FrameJson.Read(await answer.Content.ReadAsByteArrayAsync(Cancellation)));
        Assert.Equal(7, Assert.IsType<GridFrame>(group.Find("classes")).Mark?.Row);

        Assert.Equal(HttpStatusCode.BadRequest, (await dashboard.BodyAsync(HttpMethod.Post, $"/api/runs/{id}/ask", new byte[783], "application/octet-stream")).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await dashboard.BodyAsync(HttpMethod.Post, $"/api/runs/{id}/ask", new byte[784], "image/png")).StatusCode);
    }

    private FakeRun RunWithFrames()
    {
        var run = dashboard.AddRun();
        foreach (var one in FrameSamples.All)
        {
            run.Publish(new NamedFrame(one.Name, one.Frame));
        }

        return run;
    }

    private async Task<string?> TypeAsync(string path, string accept)
    {
        using var answer = await AskAsync(path, accept);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Content.Headers.ContentType?.MediaType;
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach (var part in accept.Split(", "))
        {
            request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(part));
        }

        return await dashboard.Http.SendAsync(request, Cancellation);
    }
}
