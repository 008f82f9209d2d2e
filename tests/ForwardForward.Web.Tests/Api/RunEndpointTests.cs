using System.Net;
using ForwardForward.Recipes;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Tests.Hosting;

namespace ForwardForward.Web.Tests.Api;

public sealed class RunEndpointTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    [Fact]
    public async Task Starting_a_run_answers_201_with_the_place_where_it_is_shown()
    {
        using var answer = await dashboard.JsonAsync(
            HttpMethod.Post, "/api/runs", """{"recipe":"ff-supervised-small","scale":"smoke","seed":18446744073709551615,"settings":{"epochs":3},"startPaused":true}""");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var run = await answer.ReadJsonAsync();
        Assert.Equal("paused", run.GetProperty("state").GetString());
        Assert.EndsWith($"/api/runs/{run.GetProperty("id").GetString()}", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Contains(dashboard.Runs.Requests, request =>
            request is { Recipe: "ff-supervised-small", Scale: Scale.Smoke, Seed: ulong.MaxValue, StartPaused: true } && request.Settings!["epochs"].GetInt32() == 3);
        using var shown = await dashboard.Http.GetAsync(answer.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal(run.GetProperty("id").GetString(), (await shown.ReadJsonAsync()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_run_shows_state_position_newest_metrics_and_both_errors()
    {
        var run = dashboard.AddRun();
        run.Publish(800, 1.6, 11.5, ("layer-1/positive-goodness", 123.5), ("layer-1/pairwise-error", double.NaN));

        var shown = await (await dashboard.GetAsync($"/api/runs/{run.Snapshot.Id}")).ReadJsonAsync();

        Assert.Equal("running", shown.GetProperty("state").GetString());
        Assert.Equal("quick", shown.GetProperty("scale").GetString());
        Assert.Equal(1, shown.GetProperty("epoch").GetInt32());
        Assert.Equal(800, shown.GetProperty("step").GetInt64());
        Assert.Equal(4.21, shown.GetProperty("errors").GetProperty("validationGoodness").GetDouble());
        Assert.Equal(5.03, shown.GetProperty("errors").GetProperty("validationSoftmax").GetDouble());
        Assert.Equal(3, shown.GetProperty("layers").GetArrayLength());
        var values = shown.GetProperty("lastMetrics").GetProperty("values");
        Assert.Equal(123.5, values.GetProperty("layer-1/positive-goodness").GetDouble());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, values.GetProperty("layer-1/pairwise-error").ValueKind);
    }

    [Fact]
    public async Task Every_score_is_named_beside_the_errors()
    {
        var own = dashboard.AddRun(change: run => Samples.RunWithOwnMeasure(run.Id));
        var usual = dashboard.AddRun();

        var shown = await (await dashboard.GetAsync($"/api/runs/{own.Snapshot.Id}")).ReadJsonAsync();
        Assert.Equal("""{"name":"test/free-energy-error","title":"Error by free energy","unit":"%","lowerIsBetter":true,"value":5.5}""", shown.GetProperty("scores")[0].GetRawText());
        Assert.Equal(["validationGoodness", "validationSoftmax", "testGoodness", "testSoftmax"], shown.GetProperty("errors").EnumerateObject().Select(member => member.Name));
        var scores = (await (await dashboard.GetAsync($"/api/runs/{usual.Snapshot.Id}")).ReadJsonAsync()).GetProperty("scores").EnumerateArray();
        Assert.Equal([("validation/goodness-error", 4.21), ("validation/softmax-error", 5.03)], scores.Select(score => (score.GetProperty("name").GetString(), score.GetProperty("value").GetDouble())));
    }

    [Fact]
    public async Task The_list_has_every_run()
    {
        var run = dashboard.AddRun();

        var list = await (await dashboard.GetAsync("/api/runs")).ReadJsonAsync();

        Assert.Contains(list.EnumerateArray(), shown => shown.GetProperty("id").GetString() == run.Snapshot.Id);
    }

    [Theory]
    [InlineData("pause", "pause", RunState.Paused)]
    [InlineData("resume", "resume", RunState.Running)]
    [InlineData("stop", "stop", RunState.Stopped)]
    [InlineData("step", "step-batch", RunState.Paused)]
    [InlineData("step?unit=batch", "step-batch", RunState.Paused)]
    [InlineData("step?unit=epoch", "step-epoch", RunState.Paused)]
    public async Task Commands_reach_the_run_and_answer_with_it(string path, string command, RunState state)
    {
        var id = dashboard.AddRun().Snapshot.Id;

        var run = await (await dashboard.CommandAsync($"/api/runs/{id}/{path}")).ReadJsonAsync();

        Assert.Contains($"{command} {id}", dashboard.Runs.Commands);
        Assert.Equal(state.ToString(), run.GetProperty("state").GetString(), ignoreCase: true);
    }

    [Fact]
    public async Task A_fork_is_a_new_run()
    {
        var id = dashboard.AddRun().Snapshot.Id;

        using var answer = await dashboard.CommandAsync($"/api/runs/{id}/fork");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var fork = await answer.ReadJsonAsync();
        Assert.Equal(id, fork.GetProperty("forkedFrom").GetString());
        Assert.EndsWith($"/api/runs/{fork.GetProperty("id").GetString()}", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_learning_rate_factor_is_set()
    {
        var id = dashboard.AddRun().Snapshot.Id;

        using var answer = await dashboard.JsonAsync(HttpMethod.Patch, $"/api/runs/{id}", """{"learningRateFactor":0.5}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains($"factor 0.5 {id}", dashboard.Runs.Commands);
    }

    [Fact]
    public async Task A_deleted_run_is_gone()
    {
        var id = dashboard.AddRun(RunState.Stopped).Snapshot.Id;

        using var answer = await dashboard.Http.DeleteAsync(new Uri($"/api/runs/{id}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        await Problem.AssertAsync(await dashboard.GetAsync($"/api/runs/{id}"), HttpStatusCode.NotFound, id);
    }
}
