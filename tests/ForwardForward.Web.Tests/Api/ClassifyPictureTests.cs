using System.Net;
using ForwardForward.Web.Tests.Hosting;

namespace ForwardForward.Web.Tests.Api;

public sealed class ClassifyPictureTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    [Fact]
    public async Task A_png_becomes_a_digit_in_the_middle() => Digit.AssertInTheMiddle(await (await ClassifyAsync(PictureFiles.PngOfBar(), "image/png")).ReadJsonAsync());

    [Fact]
    public async Task A_jpeg_becomes_a_digit_in_the_middle() => Digit.AssertInTheMiddle(await (await ClassifyAsync(PictureFiles.JpegOfSeven, "image/jpeg")).ReadJsonAsync());

    [Theory]
    [InlineData("image/png")]
    [InlineData("image/jpeg")]
    public async Task Text_in_place_of_a_picture_is_refused(string type) =>
        await Problem.AssertAsync(await ClassifyAsync("I am a picture, honestly."u8.ToArray(), type), HttpStatusCode.BadRequest, "PNG");

    [Theory]
    [InlineData(60_000, 60_000)]
    [InlineData(60_000, 1)]
    [InlineData(0, 0)]
    public async Task A_picture_of_impossible_size_is_refused(int width, int height) =>
        await Problem.AssertAsync(await ClassifyAsync(PictureFiles.PngThatClaims(width, height), "image/png"), HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_picture_that_breaks_off_is_refused() =>
        await Problem.AssertAsync(await ClassifyAsync(PictureFiles.PngOfBar()[..60], "image/png"), HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_picture_file_too_large_is_refused() =>
        await Problem.AssertAsync(await ClassifyAsync(new byte[11_000_000], "image/png"), HttpStatusCode.RequestEntityTooLarge, "10,000,000");

    [Fact]
    public async Task A_picture_without_ink_gives_no_answer() =>
        await Problem.AssertAsync(await ClassifyAsync(PictureFiles.EmptyPng(), "image/png"), HttpStatusCode.UnprocessableEntity, "ink");

    private Task<HttpResponseMessage> ClassifyAsync(byte[] body, string type) =>
        dashboard.BodyAsync(HttpMethod.Post, $"/api/runs/{dashboard.AddRun().Snapshot.Id}/classify", body, type);
}
