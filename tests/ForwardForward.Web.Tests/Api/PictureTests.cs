using System.Net;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Tests.Hosting;

namespace ForwardForward.Web.Tests.Api;

public sealed class PictureTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    [Fact]
    public async Task Receptive_fields_are_a_picture_with_so_many_columns()
    {
        var (width, height) = await (await dashboard.GetAsync($"/api/runs/{RunWithPictures()}/layers/0/fields.png?count=20&columns=5&zoom=1")).ReadPngSizeAsync();

        // Five tiles of 28 and gaps between them; four rows.
        Assert.InRange(width, 5 * 28, 6 * 28);
        Assert.InRange(height, 4 * 28, 5 * 28);
    }

    [Fact]
    public async Task Negatives_stand_below_their_positives()
    {
        var (width, height) = await (await dashboard.GetAsync($"/api/runs/{RunWithPictures()}/negatives.png?count=4&zoom=1")).ReadPngSizeAsync();

        Assert.InRange(width, 4 * 28, 5 * 28);
        Assert.InRange(height, 2 * 28, 3 * 28);
    }

    [Fact]
    public async Task What_negatives_were_made_of_stands_between()
    {
        var run = dashboard.AddRun();
        var examples = Samples.Examples(1, 100, count: 4);
        var parts = new Dictionary<string, float[]> { ["mask"] = new float[784], ["digit B"] = new float[784], ["digit A"] = new float[784] };
        run.Publish(examples with { Pairs = [.. examples.Pairs.Select(pair => pair with { Parts = parts })] });
        var (width, height) = await (await dashboard.GetAsync($"/api/runs/{run.Snapshot.Id}/negatives.png?count=4&zoom=1")).ReadPngSizeAsync();

        Assert.InRange(width, 4 * 28, 5 * 28);
        Assert.InRange(height, 5 * 28, 6 * 28);
    }

    [Theory]
    [InlineData("layers/3/fields.png", "0 to 2")]
    [InlineData("layers/-1/fields.png", "-1")]
    [InlineData("layers/one/fields.png", "one")]
    [InlineData("layers/0/fields.png?first=100", "0 to 99")]
    [InlineData("layers/0/fields.png?count=0", "count")]
    [InlineData("layers/0/fields.png?count=100000", "100000")]
    [InlineData("layers/0/fields.png?columns=0", "columns")]
    [InlineData("layers/0/fields.png?zoom=9", "1 to 8")]
    [InlineData("layers/0/fields.png?shared=perhaps", "true or false")]
    [InlineData("negatives.png?count=51", "1 to 50")]
    [InlineData("negatives.png?zoom=0", "zoom")]
    public async Task Parameters_out_of_range_are_refused(string path, string word) =>
        await Problem.AssertAsync(await dashboard.GetAsync($"/api/runs/{RunWithPictures()}/{path}"), HttpStatusCode.BadRequest, word);

    [Theory]
    [InlineData("layers/0/fields.png")]
    [InlineData("negatives.png")]
    public async Task A_run_without_pictures_is_a_conflict(string path) =>
        await Problem.AssertAsync(await dashboard.GetAsync($"/api/runs/{dashboard.AddRun().Snapshot.Id}/{path}"), HttpStatusCode.Conflict, "Run '");

    private string RunWithPictures()
    {
        var run = dashboard.AddRun();
        run.Publish(Samples.Fields(1, 100));
        run.Publish(Samples.Examples(1, 100, count: 4));
        return run.Snapshot.Id;
    }
}
