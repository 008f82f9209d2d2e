using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Readings;

public sealed class UnitReadingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_excites_a_unit_comes_loudest_first_from_a_run_alive_or_ended()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(paused: true)).Id;
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        var live = await runs.Service.ExcitingImagesAsync(id, 1, 2, 3, Token);
        await runs.Service.StopAsync(id, Token);
        var stored = await runs.Service.ExcitingImagesAsync(id, 1, 2, 3, Token);

        // Unit 2 of the fake trainer says most to image 2, and less to each that follows.
        Assert.Equal([2, 3, 4], live.Images.Select(image => image.Index));
        Assert.Equal([1, 1f / 2, 1f / 3], live.Images.Select(image => image.Activity));
        Assert.Equal((2, 3), (live.Images[0].Label, live.Images[0].Pixels[0]));
        Assert.Equal(live.Images.Select(image => image.Index), stored.Images.Select(image => image.Index));
        Assert.Equal((1L, 1L), (live.Step, stored.Step));
    }

    [Fact]
    public async Task A_layer_whose_weights_have_no_picture_has_one_of_what_excites_it()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(paused: true)).Id;
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);
        var fields = await runs.Service.ReceptiveFieldsAsync(id, new FieldsRequest(1, 0, 100, FieldsView.Inputs), Token);

        Assert.Equal((28, 28, 4 * 784), (fields.FieldWidth, fields.FieldHeight, fields.Fields.Length));
        Assert.True(fields.Fields[0] < fields.Fields[3 * 784], "unit 0 likes the palest digits, unit 3 darker ones");
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_a_sentence()
    {
        await using var runs = await TestRuns.OpenAsync();
        var id = (await runs.StartAsync(paused: true)).Id;
        await runs.Service.StepAsync(id, StepUnit.Batch, Token);

        Assert.Equal("Layer 0 has units 0 to 5; asked for unit 6.", await Refusal(() => runs.Service.ExcitingImagesAsync(id, 0, 6, 3, Token)));
        Assert.Equal("There are layers 0 to 1; asked for layer 2.", await Refusal(() => runs.Service.ExcitingImagesAsync(id, 2, 0, 3, Token)));
        Assert.Equal("A reading has 1 to 50 images; asked for 51.", await Refusal(() => runs.Service.ExcitingImagesAsync(id, 0, 0, 51, Token)));
        Assert.Contains("answers in one pass", await Refusal(() => runs.Service.IterationsAsync(id, 0, Token)), StringComparison.Ordinal);
        Assert.Contains("answers in one pass", Assert.Throws<RunRequestException>(() => runs.Service.WatchIterationsAsync(id, 0, 1, Token)).Message, StringComparison.Ordinal);
    }

    private static async Task<string> Refusal<T>(Func<Task<T>> ask) => (await Assert.ThrowsAsync<RunRequestException>(ask)).Message;
}
