using System.Net;
using ForwardForward.Learning.Readings;
using ForwardForward.Runs;
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

    [Fact]
    public async Task Local_fields_lie_on_their_grid()
    {
        var run = dashboard.AddRun(change: run => run with { Layers = [.. run.Layers.Select(layer => layer with { Units = 64, Grid = new FieldGrid(4, 4, 10, 6) })] });
        run.Publish(Samples.Fields(1, 100, 64));
        var (width, height) = await (await dashboard.GetAsync($"/api/runs/{run.Snapshot.Id}/layers/0/fields.png?first=5&count=40&columns=2&zoom=1")).ReadPngSizeAsync();

        // Two channels side by side, each 4 x 4 fields of ten pixels a line apart.
        Assert.InRange(width, 2 * 43, (2 * 43) + 8);
        Assert.InRange(height, 43, 50);
    }

    [Fact]
    public async Task What_excites_units_is_asked_for_by_its_name()
    {
        var id = RunWithPictures();
        await (await dashboard.GetAsync($"/api/runs/{id}/layers/0/fields.png?view=inputs&count=20")).ReadPngSizeAsync();

        Assert.Contains(new FieldsRequest(0, 0, 20, FieldsView.Inputs), dashboard.Runs.FieldRequests);
    }

    [Fact]
    public async Task The_images_that_excite_a_unit_come_as_numbers_and_as_a_picture()
    {
        var id = dashboard.AddRun().Snapshot.Id;
        var found = await (await dashboard.GetAsync($"/api/runs/{id}/layers/1/units/3/inputs?count=4")).ReadJsonAsync();
        var (width, height) = await (await dashboard.GetAsync($"/api/runs/{id}/layers/1/units/3/inputs.png?count=4&zoom=1")).ReadPngSizeAsync();

        Assert.Equal(4, found.GetProperty("images").GetArrayLength());
        Assert.Equal((3, 5), (found.GetProperty("images")[0].GetProperty("label").GetInt32(), found.GetProperty("images")[0].GetProperty("activity").GetDouble()));
        Assert.Equal(784, found.GetProperty("images")[0].GetProperty("pixels").GetBytesFromBase64().Length);
        Assert.InRange(width, 4 * 28, 5 * 28);
        Assert.InRange(height, 28, 35);
    }

    [Fact]
    public async Task Labels_are_followed_over_the_iterations()
    {
        var found = await (await dashboard.GetAsync($"/api/runs/{dashboard.AddRun().Snapshot.Id}/iterations?digit=4")).ReadJsonAsync();

        Assert.Equal((4, 7, 7), (found.GetProperty("digit").GetInt32(), found.GetProperty("label").GetInt32(), found.GetProperty("verdict").GetInt32()));
        Assert.Equal(8, found.GetProperty("goodness").GetArrayLength());
        Assert.Equal(10, found.GetProperty("goodness")[0].GetArrayLength());
    }

    [Theory]
    [InlineData("layers/0/fields.png?view=backwards", "weights or inputs; got 'backwards'")]
    [InlineData("layers/0/units/100/inputs", "0 to 99")]
    [InlineData("layers/3/units/0/inputs.png", "0 to 2")]
    [InlineData("layers/0/units/0/inputs?count=51", "1 to 50")]
    [InlineData("iterations?digit=last", "last")]
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
