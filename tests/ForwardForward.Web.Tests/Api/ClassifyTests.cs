using System.Net;
using System.Text;
using System.Text.Json;
using ForwardForward.Learning.Models;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Tests.Hosting;

namespace ForwardForward.Web.Tests.Api;

public sealed class ClassifyTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    private const string Seven = """{"strokes":[[[10,10],[40,10],[25,60]]]}""";

    [Fact]
    public async Task Bytes_are_judged_as_they_are()
    {
        var pixels = new byte[784];
        pixels[300] = 250;

        var verdict = await (await ClassifyAsync(pixels, "application/octet-stream")).ReadJsonAsync();

        Assert.Equal(7, verdict.GetProperty("label").GetInt32());
        Assert.Equal(10, verdict.GetProperty("goodness").GetArrayLength());
        Assert.Equal(10, verdict.GetProperty("softmax").GetArrayLength());
        Assert.Equal([10, 10, 10], verdict.GetProperty("layers").EnumerateArray().Select(layer => layer.GetArrayLength()));
        Assert.Equal(pixels.Select(pixel => (int)pixel), Digit.Image(verdict));
    }

    [Fact]
    public async Task Strokes_become_a_digit_in_the_middle() => Digit.AssertInTheMiddle(await (await ClassifyAsync(Encoding.UTF8.GetBytes(Seven), "application/json")).ReadJsonAsync());

    [Fact]
    public async Task A_goodness_that_is_no_number_is_null()
    {
        await using var own = new TestDashboard();
        await own.InitializeAsync();
        own.Runs.Classify = _ => new Classification(0, [float.NaN, 1], [float.PositiveInfinity, 0], [[float.NaN]]);

        var verdict = await (await own.JsonAsync(HttpMethod.Post, $"/api/runs/{own.AddRun().Snapshot.Id}/classify", Seven)).ReadJsonAsync();

        Assert.Equal(JsonValueKind.Null, verdict.GetProperty("goodness")[0].ValueKind);
        Assert.Equal(JsonValueKind.Null, verdict.GetProperty("softmax")[0].ValueKind);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(783)]
    [InlineData(785)]
    public async Task Another_number_of_bytes_is_refused(int count) =>
        await Problem.AssertAsync(await ClassifyAsync(new byte[count], "application/octet-stream"), HttpStatusCode.BadRequest, "784", $"got {count}");

    [Fact]
    public async Task Far_too_many_bytes_are_refused_unread() =>
        await Problem.AssertAsync(await ClassifyAsync(new byte[100_000], "application/octet-stream"), HttpStatusCode.RequestEntityTooLarge, "65,536");

    [Fact]
    public async Task Strokes_of_a_million_points_are_refused() => await Problem.AssertAsync(
        await ClassifyAsync(Encoding.UTF8.GetBytes($"{{\"strokes\":[[{string.Join(',', Enumerable.Repeat("[1,2]", 1_000_000))}]]}}"), "application/json"),
        HttpStatusCode.RequestEntityTooLarge,
        "1,048,576");

    [Fact]
    public async Task More_points_than_a_hand_draws_are_refused() => await Problem.AssertAsync(
        await ClassifyAsync(Encoding.UTF8.GetBytes($"{{\"strokes\":[[{string.Join(',', Enumerable.Repeat("[1,2]", 150_000))}]]}}"), "application/json"),
        HttpStatusCode.BadRequest,
        "150000",
        "100000");

    public static TheoryData<string, string> BadStrokes { get; } = new()
    {
        { "[]", "strokes" },
        { "{}", "strokes" },
        { """{"strokes":7}""", "array" },
        { """{"strokes":[7]}""", "strokes[0]" },
        { """{"strokes":[[7]]}""", "strokes[0][0]" },
        { """{"strokes":[[[1,2],[1]]]}""", "strokes[0][1]" },
        { """{"strokes":[[[1,2,3]]]}""", "[1,2,3]" },
        { """{"strokes":[[[1,"2"]]]}""", "two finite numbers" },
        { """{"strokes":[[[1,null]]]}""", "two finite numbers" },
        { """{"strokes":[[[1,1e99]]]}""", "1e99" },
        { """{"strokes":[[[1,NaN]]]}""", "JSON" },
        { """{"strokes":[[[1,2]]],"colour":"red"}""", "colour" },
        { "no", "JSON" },
    };

    [Theory]
    [MemberData(nameof(BadStrokes))]
    public async Task Strokes_of_another_shape_are_refused(string body, string word) =>
        await Problem.AssertAsync(await ClassifyAsync(Encoding.UTF8.GetBytes(body), "application/json"), HttpStatusCode.BadRequest, word);

    [Fact]
    public async Task No_ink_gives_no_answer()
    {
        await Problem.AssertAsync(await ClassifyAsync(new byte[784], "application/octet-stream"), HttpStatusCode.UnprocessableEntity, "ink");
        await Problem.AssertAsync(await ClassifyAsync("""{"strokes":[]}"""u8.ToArray(), "application/json"), HttpStatusCode.UnprocessableEntity, "ink");
        await Problem.AssertAsync(await ClassifyAsync("""{"strokes":[[]]}"""u8.ToArray(), "application/json"), HttpStatusCode.UnprocessableEntity, "ink");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("image/gif")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData(null)]
    public async Task Another_content_type_is_refused(string? type) =>
        await Problem.AssertAsync(await ClassifyAsync("GIF89a"u8.ToArray(), type), HttpStatusCode.UnsupportedMediaType, "image/png", type ?? "none");

    [Fact]
    public async Task A_run_without_weights_is_a_conflict()
    {
        await using var own = new TestDashboard();
        await own.InitializeAsync();
        own.Runs.Failure = new RunStateException("It has no weights yet.");

        await Problem.AssertAsync(await own.JsonAsync(HttpMethod.Post, $"/api/runs/{own.AddRun().Snapshot.Id}/classify", Seven), HttpStatusCode.Conflict, "weights");
    }

    private Task<HttpResponseMessage> ClassifyAsync(byte[] body, string? type) =>
        dashboard.BodyAsync(HttpMethod.Post, $"/api/runs/{dashboard.AddRun().Snapshot.Id}/classify", body, type);
}
