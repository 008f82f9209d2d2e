using ForwardForward.Recipes;
using ForwardForward.Recipes.Settings;
using ForwardForward.Runs.Checkpoints;
using ForwardForward.Runs.Results;
using ForwardForward.Runs.Starter;
using ForwardForward.Runs.Training;
using ForwardForward.Testing;
using ForwardForward.Testing.Runs;
using Microsoft.Extensions.Logging.Abstractions;

namespace ForwardForward.Runs.Tests.Starter;

public sealed class StarterNetworkTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private readonly RecipeTraining _training = new(new TinyDigitsProvider(), threads: 1);
    private RunService _runs = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _runs = new RunService(
            new RunsOptions { DataDirectory = _folder.Path, Starter = StarterNetwork.Shipped }, _training, new CatalogRecipes(), TimeProvider.System, NullLogger<RunService>.Instance);
        await _runs.OpenAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _runs.DisposeAsync();
        _training.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void It_is_small_and_in_half_precision()
    {
        using var stream = typeof(StarterNetwork).Assembly.GetManifestResourceStream("starter.safetensors")!;
        Assert.InRange(stream.Length, 500_000, StarterNetwork.MaximumBytes);

        var header = new byte[4000];
        stream.ReadExactly(header);
        var text = System.Text.Encoding.UTF8.GetString(header);
        Assert.Contains("\"dtype\":\"F16\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"dtype\":\"F32\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_recipe_seed_and_errors_lie_beside_it()
    {
        var (starter, run) = (StarterNetwork.Shipped, _runs.Get("starter"));

        Assert.Equal("ff-supervised-handwriting", starter.Recipe.Id);
        Assert.Equal(starter.Recipe.Seed, starter.Trained.Seed);
        Assert.Equal(starter.Trained.Epochs, starter.Trained.History.Count);
        Assert.InRange(starter.Trained.TestErrorGoodness!.Value, 0.5, 4);
        Assert.Equal((starter.Trained.TestErrorGoodness, starter.Trained.TestErrorSoftmax), (run.Scores[MetricNames.TestGoodness], run.Scores[MetricNames.TestSoftmax]));
        Assert.Matches("^[0-9a-f]{7,40}", starter.Trained.Commit);
    }

    [Fact]
    public void Its_settings_are_those_of_the_recipe_in_the_catalog()
    {
        var catalog = RecipeCatalog.Get("ff-supervised-handwriting", Scale.Paper);
        Assert.Null(StoredResults.Empty(StarterNetwork.Shipped.Recipe).DifferenceFrom(StoredResults.Empty(catalog)));
        Assert.NotEmpty(RecipeSettings.Of(catalog));
    }

    [Fact]
    public void It_stands_in_the_list_below_every_other_run()
    {
        var run = _runs.List()[^1];
        Assert.Equal(("starter", RunState.Completed, true), (run.Id, run.State, run.IsReadOnly));
        Assert.Equal((run.Epochs, run.Step), (run.Recipe.Settings.Epochs, (long)run.Epochs * run.StepsPerEpoch));
        Assert.Equal(run.Recipe.Settings.Outline.Select(layer => layer.Units), run.Layers.Select(layer => layer.Units));
    }

    [Fact]
    public async Task It_can_be_looked_at_and_asked_like_any_run()
    {
        var points = await _runs.MetricsAsync("starter", 0, cancellation: Cancellation);
        Assert.Equal(StarterNetwork.Shipped.Trained.Epochs, points.Count);
        Assert.All(points, point => Assert.True(point.Values.ContainsKey("layer-1/positive-goodness") && point.Values.ContainsKey(MetricNames.ValidationSoftmax)));
        Assert.Equal(points[^1], _runs.Get("starter").LastMetrics);
        Assert.Single(await _runs.MetricsAsync("starter", points.Count - 1, cancellation: Cancellation));

        var fields = await _runs.ReceptiveFieldsAsync("starter", new FieldsRequest(2, 10, 5), Cancellation);
        Assert.Equal(5 * 784, fields.Fields.Length);
        Assert.Contains(fields.Fields, value => value != 0);

        var verdict = await _runs.ClassifyAsync("starter", new byte[784], Cancellation);
        Assert.Equal((10, 10, 3), (verdict.Goodness.Length, verdict.Softmax.Length, verdict.Layers.Length));

        var watched = 0;
        await foreach (var point in _runs.WatchMetricsAsync("starter", 0, Cancellation))
        {
            watched++;
        }

        Assert.Equal(points.Count, watched);
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("step")]
    [InlineData("stop")]
    [InlineData("fork")]
    [InlineData("delete")]
    [InlineData("factor")]
    public async Task Commands_are_refused_with_a_sentence(string command)
    {
        var refusal = await Assert.ThrowsAsync<RunStateException>(() => command switch
        {
            "pause" => _runs.PauseAsync("starter", Cancellation),
            "resume" => _runs.ResumeAsync("starter", Cancellation),
            "step" => _runs.StepAsync("starter", StepUnit.Epoch, Cancellation),
            "stop" => _runs.StopAsync("starter", Cancellation),
            "fork" => _runs.ForkAsync("starter", Cancellation),
            "delete" => _runs.DeleteAsync("starter", Cancellation),
            _ => _runs.SetLearningRateFactorAsync("starter", 2, Cancellation),
        });

        Assert.Equal("Run 'starter' ships with the program and is read only; a run of the recipe ff-supervised-handwriting trains a network like it.", refusal.Message);
        Assert.Equal(RunState.Completed, _runs.Get("starter").State);
    }

    [Fact]
    public async Task Packed_weights_answer_as_whole_ones_do()
    {
        var recipe = RecipeCatalog.Get("ff-supervised-handwriting", Scale.Smoke);
        using var setup = await _training.CreateAsync(recipe, null, Cancellation);
        for (var step = 0; step < 20; step++)
        {
            setup.Trainer.Step();
        }

        var progress = new CheckpointProgress
        {
            Step = 20,
            Points = 0,
            Seconds = 1,
            Pending = "none",
            Scores = RunScores.None,
            DataName = "digits",
            IsSynthetic = true,
        };
        var path = Path.Combine(_folder.Path, "packed.safetensors");
        using (var stream = File.Create(path))
        {
            NetworkPacking.Pack(new Checkpoint("abc", recipe, progress, setup.Trainer.CaptureState()), stream);
        }

        using var whole = setup.Trainer.CaptureModel();
        using var packed = NetworkFile.Load(path);
        var image = setup.Validation.Image(0);
        Assert.Equal(20, packed.Step);
        Assert.All(whole.Classify(image).Softmax.Zip(packed.Classify(image).Softmax), pair => Assert.Equal(pair.First, pair.Second, 0.02f));
    }
}
