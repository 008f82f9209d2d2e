using System.Net;
using System.Text.Json;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Tests.Hosting;

namespace ForwardForward.Web.Tests.Api;

public sealed class SnapshotTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    [Fact]
    public async Task What_is_kept_is_listed_with_how_many_there_were()
    {
        var run = Kept();
        run.MomentsTaken = 70;
        var answer = await (await dashboard.GetAsync($"/api/runs/{run.Snapshot.Id}/snapshots")).ReadJsonAsync();

        Assert.Equal((3, 70), (answer.GetProperty("kept").GetInt32(), answer.GetProperty("taken").GetInt32()));
        Assert.Equal([(0, 0), (100, 0.2), (500, 1)], answer.GetProperty("snapshots").EnumerateArray().Select(one => (one.GetProperty("step").GetInt64(), one.GetProperty("epoch").GetDouble())));
    }

    [Theory]
    [InlineData("layers/0/fields.png?at=470&count=20&columns=5&zoom=1", 5, 4)]
    [InlineData("negatives.png?at=470&count=3&zoom=1", 3, 2)]
    public async Task Pictures_of_the_past_are_those_of_the_nearest_moment(string path, int columns, int rows)
    {
        var answer = await dashboard.GetAsync($"/api/runs/{Kept().Snapshot.Id}/{path}");
        var (width, height) = await answer.ReadPngSizeAsync();

        Assert.Equal(["500"], answer.Headers.GetValues("Snapshot-Step"));
        Assert.InRange(width, columns * 28, (columns + 1) * 28);
        Assert.InRange(height, rows * 28, (rows + 1) * 28);
    }

    [Fact]
    public async Task Statistics_of_a_layer_are_those_of_now_or_of_a_moment()
    {
        var run = Kept();
        run.Statistics = new([7, float.NaN], [3], 0.5f, 2, 0, 0.1f);
        var now = await (await dashboard.GetAsync($"/api/runs/{run.Snapshot.Id}/layers/1/statistics")).ReadJsonAsync();
        var then = await (await dashboard.GetAsync($"/api/runs/{run.Snapshot.Id}/layers/1/statistics?at=100")).ReadJsonAsync();

        Assert.Equal((JsonValueKind.Null, 2), (now.GetProperty("step").ValueKind, now.GetProperty("deadUnits").GetInt32()));
        Assert.Equal(JsonValueKind.Null, now.GetProperty("positiveGoodness")[1].ValueKind);
        Assert.Equal((100, 100), (then.GetProperty("step").GetInt64(), then.GetProperty("deadUnits").GetInt32()));
        Assert.Equal([200f, 220f], then.GetProperty("positiveGoodness").EnumerateArray().Select(value => value.GetSingle()));
    }

    [Fact]
    public async Task A_film_has_a_frame_for_every_moment()
    {
        var answer = await dashboard.GetAsync($"/api/runs/{Kept().Snapshot.Id}/layers/0/fields.apng?count=12&columns=4&zoom=1");
        var film = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("image/apng", HttpStatusCode.OK), (answer.Content.Headers.ContentType?.MediaType, answer.StatusCode));
        Assert.Equal("acTL"u8, film.AsSpan(37, 4));
        Assert.Equal(3, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(film.AsSpan(41)));
    }

    [Theory]
    [InlineData("layers/0/fields.png?at=-1", "'at' must be 0 or more; got -1")]
    [InlineData("layers/0/fields.png?at=9999", "steps 0 to 750; asked for step 9999")]
    [InlineData("layers/0/fields.png?at=now", "whole number")]
    [InlineData("layers/0/fields.png?at=100&first=80", "units 0 to 59")]
    [InlineData("layers/0/fields.png?at=100&count=0", "count")]
    [InlineData("negatives.png?at=9999", "9999")]
    [InlineData("layers/3/statistics", "0 to 2")]
    [InlineData("layers/0/statistics?at=-7", "-7")]
    [InlineData("layers/9/fields.apng", "0 to 2")]
    [InlineData("layers/0/fields.apng?zoom=5", "1 to 4")]
    [InlineData("layers/0/fields.apng?delay=5", "20 to 10000")]
    [InlineData("layers/0/fields.apng?count=121", "1 to 120")]
    public async Task Parameters_out_of_range_are_refused(string path, string words) =>
        await Problem.AssertAsync(await dashboard.GetAsync($"/api/runs/{Kept().Snapshot.Id}/{path}"), HttpStatusCode.BadRequest, words);

    [Theory]
    [InlineData("layers/0/fields.png?at=100", "No snapshot")]
    [InlineData("layers/0/statistics", "no batch")]
    [InlineData("layers/0/fields.apng", "No receptive fields")]
    public async Task Without_anything_kept_it_is_a_conflict(string path, string words) =>
        await Problem.AssertAsync(await dashboard.GetAsync($"/api/runs/{dashboard.AddRun().Snapshot.Id}/{path}"), HttpStatusCode.Conflict, words);

    [Theory]
    [InlineData("negatives.png?at=0", "of step 0")]
    [InlineData("layers/1/statistics?at=0", "there was no batch")]
    [InlineData("layers/1/fields.png?at=100", "no receptive fields of layer 1")]
    public async Task What_a_moment_does_not_have_is_a_conflict(string path, string words) =>
        await Problem.AssertAsync(await dashboard.GetAsync($"/api/runs/{Kept().Snapshot.Id}/{path}"), HttpStatusCode.Conflict, words);

    [Theory]
    [InlineData("snapshots")]
    [InlineData("layers/0/statistics")]
    [InlineData("layers/0/fields.apng")]
    [InlineData("negatives.png?at=3")]
    public async Task Of_a_run_that_is_not_there_nothing_is_kept(string path) =>
        await Problem.AssertAsync(await dashboard.GetAsync($"/api/runs/nosuchrun123/{path}"), HttpStatusCode.NotFound, "nosuchrun123");

    private FakeRun Kept()
    {
        var run = dashboard.AddRun();
        run.Keep(0, 100, 500);
        return run;
    }
}
