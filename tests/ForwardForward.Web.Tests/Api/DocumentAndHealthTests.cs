using System.Net;
using System.Text.Json;
using ForwardForward.Web.Tests.Hosting;

namespace ForwardForward.Web.Tests.Api;

public sealed class DocumentAndHealthTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    private static readonly string[] Operations =
    [
        "get /api/recipes", "post /api/runs", "get /api/runs", "get /api/runs/{id}", "patch /api/runs/{id}", "delete /api/runs/{id}",
        "post /api/runs/{id}/pause", "post /api/runs/{id}/resume", "post /api/runs/{id}/stop", "post /api/runs/{id}/step", "post /api/runs/{id}/fork",
        "get /api/runs/{id}/metrics", "get /api/runs/{id}/metrics.csv", "get /api/runs/{id}/layers/{layer}/fields.png", "get /api/runs/{id}/negatives.png",
        "post /api/runs/{id}/classify", "get /api/runs/{id}/snapshots", "get /api/runs/{id}/layers/{layer}/statistics", "get /api/runs/{id}/layers/{layer}/fields.apng",
        "get /api/runs/{id}/layers/{layer}/units/{unit}/inputs", "get /api/runs/{id}/layers/{layer}/units/{unit}/inputs.png", "get /api/runs/{id}/iterations",
        "get /api/runs/{id}/probe", "post /api/runs/{id}/ask", "get /api/runs/{id}/readings", "get /api/runs/{id}/readings/{name}", "get /api/runs/{id}/readings/{name}.png",
        "get /api/bin", "delete /api/bin/{id}", "post /api/runs/{id}/restore", "post /api/runs/import",
        "get /api/metrics.csv", "get /api/metrics.json", "get /api/runs/{id}/checkpoint.safetensors",
        "get /api/runs/{id}/test-digits/{index}", "get /api/runs/{id}/test-digits/random",
        "get /api/runs/{id}/mistakes", "post /api/runs/{id}/mistakes", "delete /api/runs/{id}/mistakes",
    ];

    [Fact]
    public async Task The_document_lists_every_operation_with_words_and_no_other()
    {
        var paths = await PathsAsync();

        var found = paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name} {path.Name}"));
        Assert.Equal(Operations.Order(), found.Order());
        foreach (var operation in paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject()))
        {
            Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!);
            Assert.True(operation.Value.GetProperty("responses").EnumerateObject().Any(response => response.Name[0] == '2'), operation.Value.ToString());
        }
    }

    [Fact]
    public async Task Every_parameter_is_explained()
    {
        foreach (var operation in (await PathsAsync()).EnumerateObject().SelectMany(path => path.Value.EnumerateObject()))
        {
            foreach (var parameter in operation.Value.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [])
            {
                Assert.True(parameter.TryGetProperty("description", out _), $"{operation.Value.GetProperty("operationId")}: {parameter}");
            }
        }
    }

    [Fact]
    public async Task Starting_a_run_is_described_with_an_example_and_its_errors()
    {
        var start = (await PathsAsync()).GetProperty("/api/runs").GetProperty("post");

        var example = start.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example");
        Assert.Equal("ff-supervised-small", example.GetProperty("recipe").GetString());
        Assert.True(start.GetProperty("responses").GetProperty("400").GetProperty("content").TryGetProperty("application/problem+json", out _));
    }

    [Fact]
    public async Task Classify_is_described_with_all_its_content_types()
    {
        var body = (await PathsAsync()).GetProperty("/api/runs/{id}/classify").GetProperty("post").GetProperty("requestBody").GetProperty("content");

        Assert.Equal(["application/json", "application/octet-stream", "image/jpeg", "image/png"], body.EnumerateObject().Select(type => type.Name).Order());
    }

    [Fact]
    public async Task Mistakes_and_test_digits_are_described_with_examples_and_their_errors()
    {
        foreach (var (path, method) in new[] { ("/api/runs/{id}/mistakes", "get"), ("/api/runs/{id}/mistakes", "post"), ("/api/runs/{id}/test-digits/{index}", "get") })
        {
            var answers = (await PathsAsync()).GetProperty(path).GetProperty(method).GetProperty("responses");
            var good = answers.EnumerateObject().First(answer => answer.Name[0] == '2').Value;
            Assert.True(good.GetProperty("content").GetProperty("application/json").TryGetProperty("example", out _), $"{method} {path}");
            Assert.True(answers.GetProperty("404").GetProperty("content").TryGetProperty("application/problem+json", out _));
        }
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task It_is_alive_and_ready(string path) =>
        Assert.Equal("healthy", (await (await dashboard.GetAsync(path)).ReadJsonAsync()).GetProperty("status").GetString());

    private async Task<JsonElement> PathsAsync() => (await (await dashboard.GetAsync("/openapi/v1.json")).ReadJsonAsync()).GetProperty("paths");
}
