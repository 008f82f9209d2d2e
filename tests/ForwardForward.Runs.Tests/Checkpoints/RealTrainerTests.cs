using System.Text.Json;
using ForwardForward.Data;
using ForwardForward.Recipes;
using ForwardForward.Runs.Checkpoints;
using ForwardForward.Runs.Training;
using ForwardForward.Testing.Runs;
using Microsoft.Extensions.Logging.Abstractions;

namespace ForwardForward.Runs.Tests.Checkpoints;

/// <summary>Real trainers of some recipes, on patterns that need no files.</summary>
public sealed class RealTrainerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Recipes => ["ff-supervised-small", "ff-supervised-jitter", "ff-unsupervised", "ff-unsupervised-local", "ff-recurrent", "bp-cnn"];

    [Theory]
    [MemberData(nameof(Recipes))]
    public async Task Paused_stepped_forked_and_resumed_equals_undisturbed(string recipe)
    {
        using var folder = new TestFolder();
        using var training = Training(folder.Path);
        await using var runs = await OpenAsync(folder.Path, training);
        var calm = (await runs.StartAsync(Request(recipe), Token)).Id;
        await UntilAsync(runs, calm, RunState.Completed);

        var rough = (await runs.StartAsync(Request(recipe) with { StartPaused = true }, Token)).Id;
        for (var i = 0; i < 4; i++)
        {
            await runs.StepAsync(rough, StepUnit.Batch, Token);
        }

        await runs.StepAsync(rough, StepUnit.Epoch, Token);
        var fork = (await runs.ForkAsync(rough, Token)).Id;
        foreach (var id in new[] { rough, fork })
        {
            await runs.ResumeAsync(id, Token);
            await UntilAsync(runs, id, RunState.Completed);
            Assert.Equal(Values(runs, calm), Values(runs, id));
            Assert.Equal(runs.Get(calm).Scores, runs.Get(id).Scores);
        }
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public async Task A_network_out_of_a_file_says_what_the_run_says(string recipe)
    {
        using var folder = new TestFolder();
        using var training = Training(folder.Path);
        await using var runs = await OpenAsync(folder.Path, training);
        var id = (await runs.StartAsync(Request(recipe), Token)).Id;
        await UntilAsync(runs, id, RunState.Completed);
        using var network = NetworkFile.Load(runs.NewestCheckpoint(id)!);
        var test = (await new TinyDigitsProvider().LoadImagesAsync("mnist", cancellation: Token)).Test;
        var right = 0;
        for (var i = 0; i < test.Count; i++)
        {
            var fromFile = network.Classify(test.Image(i));
            Assert.Equivalent(await runs.ClassifyAsync(id, test.Image(i).ToArray(), Token), fromFile, strict: true);
            right += fromFile.Label == test.Labels[i] ? 1 : 0;
        }

        var errors = runs.Get(id).Scores;
        Assert.Equal(100 - (errors[MetricNames.TestGoodness] ?? errors[MetricNames.TestSoftmax]!.Value), 100.0 * right / test.Count, 6);
    }

    [Theory]
    [InlineData("ff-supervised-small", 2)]
    [InlineData("ff-unsupervised-local", 1)]
    [InlineData("ff-recurrent", 1)]
    [InlineData("bp-cnn", 2)]
    public async Task What_excites_a_unit_is_said_of_every_layer_of_every_net(string recipe, int layer)
    {
        using var folder = new TestFolder();
        using var training = Training(folder.Path);
        await using var runs = await OpenAsync(folder.Path, training);
        var id = (await runs.StartAsync(Request(recipe), Token)).Id;
        await UntilAsync(runs, id, RunState.Completed);
        var fields = await runs.ReceptiveFieldsAsync(id, new FieldsRequest(layer, 0, 8, FieldsView.Inputs), Token);
        var found = new List<ExcitingImages>();
        for (var unit = 0; unit < 8; unit++)
        {
            found.Add(await runs.ExcitingImagesAsync(id, layer, unit, 5, Token));
        }

        Assert.Equal((28, 28, 0, 8 * 784), (fields.FieldWidth, fields.FieldHeight, fields.LabelPixels, fields.Fields.Length));
        Assert.All(fields.Fields, value => Assert.InRange(value, -1, 1));
        Assert.Contains(found, one => one.Images.Count == 5);
        Assert.All(found, one => Assert.Equal(one.Images.Select(image => image.Activity).OrderDescending(), one.Images.Select(image => image.Activity)));
    }

    [Fact]
    public async Task Labels_compete_over_the_iterations_of_a_recurrent_net()
    {
        using var folder = new TestFolder();
        using var training = Training(folder.Path);
        await using var runs = await OpenAsync(folder.Path, training);
        var id = (await runs.StartAsync(Request("ff-recurrent") with { StartPaused = true }, Token)).Id;
        await runs.StepAsync(id, StepUnit.Batch, Token);
        var ofBatch = await runs.IterationsAsync(id, null, Token);
        await runs.StopAsync(id, Token);
        var ofTest = await runs.IterationsAsync(id, 3, Token);
        var test = (await new TinyDigitsProvider().LoadImagesAsync("mnist", cancellation: Token)).Test;
        var judged = await runs.ClassifyAsync(id, test.Image(3).ToArray(), Token);

        Assert.Null(ofBatch.Digit);
        Assert.Equal((8, 10, 1L), (ofBatch.Goodness.Length, ofBatch.Goodness[0].Length, ofBatch.Step));
        Assert.Equal((3, test.Labels[3], judged.Label), (ofTest.Digit, ofTest.Label, ofTest.Verdict));
        Assert.Equal(judged.Iterations, ofTest.Goodness);
        Assert.Equal(8, (await runs.IterationsAsync(id, null, Token)).Goodness.Length);
        Assert.StartsWith("There are test digits 0 to ", (await Assert.ThrowsAsync<RunRequestException>(() => runs.IterationsAsync(id, 99_999, Token))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public async Task The_mistakes_that_a_search_finds_are_the_errors_of_the_run(string recipe)
    {
        using var folder = new TestFolder();
        using var training = Training(folder.Path);
        await using var runs = await OpenAsync(folder.Path, training);
        var id = (await runs.StartAsync(Request(recipe), Token)).Id;
        await UntilAsync(runs, id, RunState.Completed);
        await runs.TestDigits.SearchAsync(id, Token);
        await foreach (var search in runs.TestDigits.WatchSearchAsync(id, Token))
        {
            if (search is { State: MistakeSearchState.Finished })
            {
                var errors = runs.Get(id).Scores;
                Assert.Equal((errors[MetricNames.TestGoodness], errors[MetricNames.TestSoftmax]), (Percent(search.ByGoodness), Percent(search.BySoftmax)));
                return;
            }
        }

        static double? Percent(int? mistakes) => mistakes;
    }

    private static StartRun Request(string recipe) => new(
        recipe, Scale.Smoke, 3, new Dictionary<string, JsonElement> { ["epochs"] = JsonSerializer.SerializeToElement(3) });

    private static RecipeTraining Training(string folder) =>
        new(new TinyDigitsProvider(), new RunsOptions { DataDirectory = folder, Threads = 2 });

    private static async Task<RunService> OpenAsync(string folder, RecipeTraining training)
    {
        var runs = new RunService(
            new RunsOptions { DataDirectory = folder }, training, new CatalogRecipes(), TimeProvider.System, NullLogger<RunService>.Instance);
        await new RunWorker(runs).StartAsync(Token);
        return runs;
    }

    private static async Task UntilAsync(RunService runs, string id, RunState state)
    {
        await foreach (var snapshot in runs.WatchAsync(id, Token))
        {
            Assert.Null(snapshot.Failure);
        }

        Assert.Equal(state, runs.Get(id).State);
    }

    private static byte[] Values(RunService runs, string id)
    {
        using var stream = new MemoryStream();
        SafetensorsFile.Write(stream, CheckpointFile.Read(runs.NewestCheckpoint(id)!).State, new Dictionary<string, string>());
        return stream.ToArray();
    }
}
