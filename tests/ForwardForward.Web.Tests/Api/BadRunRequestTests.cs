using System.Net;
using ForwardForward.Runs;
using ForwardForward.Web.Tests.Hosting;

namespace ForwardForward.Web.Tests.Api;

public sealed class BadRunRequestTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    public static TheoryData<string, string[]> BadBodies { get; } = new()
    {
        { "", ["JSON"] },
        { "{", ["JSON"] },
        { "[]", ["object", "[]"] },
        { "null", ["object", "null"] },
        { "{}", ["recipe", "missing"] },
        { """{"recipe":null}""", ["recipe"] },
        { """{"recipe":7}""", ["recipe", "text", "7"] },
        { """{"recipe":"a","colour":1}""", ["colour", "recipe, scale, seed, settings, overrides, startPaused"] },
        { """{"recipe":"a","recipe":"b"}""", ["recipe"] },
        { """{"recipe":"a","scale":"huge"}""", ["scale", "\"smoke\" or \"quick\" or \"paper\"", "huge"] },
        { """{"recipe":"a","scale":2}""", ["scale", "2"] },
        { """{"recipe":"a","seed":-1}""", ["seed", "0 to 18446744073709551615", "-1"] },
        { """{"recipe":"a","seed":"1"}""", ["seed", "\"1\""] },
        { """{"recipe":"a","seed":NaN}""", ["JSON"] },
        { """{"recipe":"a","overrides":[1]}""", ["overrides", "object"] },
        { """{"recipe":"a","settings":[1]}""", ["settings", "object"] },
        { """{"recipe":"a","settings":{"epochs":1},"overrides":{"epochs":2}}""", ["overrides is the old name of settings; give settings only."] },
        { """{"recipe":"a","overrides":{"epochs":NaN}}""", ["JSON"] },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_bad_body_is_refused_with_a_sentence(string body, string[] words) =>
        await Problem.AssertAsync(await dashboard.JsonAsync(HttpMethod.Post, "/api/runs", body), HttpStatusCode.BadRequest, words);

    [Fact]
    public async Task A_body_deeper_than_any_request_is_refused() => await Problem.AssertAsync(
        await dashboard.JsonAsync(HttpMethod.Post, "/api/runs", $$$"""{"recipe":"a","overrides":{"x":{{{new string('[', 40)}}}{{{new string(']', 40)}}} } }"""),
        HttpStatusCode.BadRequest,
        "JSON");

    [Fact]
    public async Task A_body_longer_than_any_request_is_refused() => await Problem.AssertAsync(
        await dashboard.JsonAsync(HttpMethod.Post, "/api/runs", $$"""{"recipe":"{{new string('a', 100_000)}}"}"""), HttpStatusCode.RequestEntityTooLarge, "65,536");

    [Fact]
    public async Task Text_in_place_of_json_is_refused() => await Problem.AssertAsync(
        await dashboard.BodyAsync(HttpMethod.Post, "/api/runs", "recipe=a"u8.ToArray(), "text/plain"), HttpStatusCode.UnsupportedMediaType, "application/json", "text/plain");

    [Fact]
    public async Task A_post_without_body_is_refused()
    {
        using var answer = await dashboard.CommandAsync("/api/runs");
        await Problem.AssertAsync(answer, HttpStatusCode.UnsupportedMediaType, "application/json");
    }

    [Theory]
    [InlineData("""{"learningRateFactor":-1}""", "-1")]
    [InlineData("""{"learningRateFactor":1e9}""", "0 to 100")]
    [InlineData("""{"learningRateFactor":1e99}""", "learningRateFactor")]
    [InlineData("""{"learningRateFactor":"NaN"}""", "NaN")]
    [InlineData("{}", "learningRateFactor")]
    [InlineData("""{"learningRateFactor":1,"epochs":3}""", "epochs")]
    public async Task A_bad_factor_is_refused(string body, string word) => await Problem.AssertAsync(
        await dashboard.JsonAsync(HttpMethod.Patch, $"/api/runs/{dashboard.AddRun().Snapshot.Id}", body), HttpStatusCode.BadRequest, word);

    [Theory]
    [InlineData("GET", "")]
    [InlineData("DELETE", "")]
    [InlineData("PATCH", "")]
    [InlineData("POST", "/pause")]
    [InlineData("POST", "/resume")]
    [InlineData("POST", "/stop")]
    [InlineData("POST", "/step")]
    [InlineData("POST", "/fork")]
    [InlineData("POST", "/classify")]
    [InlineData("GET", "/metrics")]
    [InlineData("GET", "/metrics.csv")]
    [InlineData("GET", "/layers/0/fields.png")]
    [InlineData("GET", "/negatives.png")]
    public async Task An_unknown_run_is_not_found(string method, string path) => await Problem.AssertAsync(
        await dashboard.JsonAsync(new HttpMethod(method), $"/api/runs/nosuchrun000{path}", """{"learningRateFactor":1}"""), HttpStatusCode.NotFound, "nosuchrun000");

    [Theory]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("stop")]
    [InlineData("step")]
    [InlineData("fork")]
    public async Task A_command_in_the_wrong_state_is_a_conflict(string command)
    {
        await using var own = new TestDashboard();
        await own.InitializeAsync();
        var id = own.AddRun(RunState.Completed).Snapshot.Id;
        own.Runs.Failure = new RunStateException($"Run '{id}' is completed; only a running run can do that.");

        await Problem.AssertAsync(await own.CommandAsync($"/api/runs/{id}/{command}"), HttpStatusCode.Conflict, id, "completed");
    }

    [Theory]
    [InlineData("year", "batch or epoch")]
    [InlineData("7", "batch or epoch")]
    public async Task A_step_of_another_unit_is_refused(string unit, string word) => await Problem.AssertAsync(
        await dashboard.CommandAsync($"/api/runs/{dashboard.AddRun().Snapshot.Id}/step?unit={unit}"), HttpStatusCode.BadRequest, unit, word);

    [Fact]
    public async Task What_the_engine_refuses_is_told_in_its_words()
    {
        await using var own = new TestDashboard();
        await own.InitializeAsync();
        own.Runs.Failure = new RunRequestException("There is no recipe 'ff-magic'; there are ff-supervised.");

        await Problem.AssertAsync(await own.JsonAsync(HttpMethod.Post, "/api/runs", """{"recipe":"ff-magic"}"""), HttpStatusCode.BadRequest, "ff-magic", "ff-supervised");
    }

    [Fact]
    public async Task An_error_of_our_own_tells_nothing_of_the_inside()
    {
        await using var own = new TestDashboard();
        await own.InitializeAsync();
        own.Runs.Failure = new InvalidOperationException("secret");

        using var answer = await own.JsonAsync(HttpMethod.Post, "/api/runs", """{"recipe":"a"}""");

        await Problem.AssertAsync(answer, HttpStatusCode.InternalServerError, "log");
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_is_none_is_not_found() => await Problem.AssertAsync(await dashboard.GetAsync("/api/nothing"), HttpStatusCode.NotFound, "/api/nothing", "openapi");

    [Fact]
    public async Task Another_method_is_refused() => await Problem.AssertAsync(
        await dashboard.JsonAsync(HttpMethod.Put, "/api/runs", "{}"), HttpStatusCode.MethodNotAllowed, "PUT", "GET");
}
