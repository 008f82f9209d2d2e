using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Frames;
using ForwardForward.Learning.Optimisation;
using ForwardForward.Recipes;
using ForwardForward.Runs;
using ForwardForward.Runs.Training;

namespace ForwardForward.Testing.Runs;

/// <summary>Makes fake trainers for the real run service, and holds the gates by which a test slows them down.</summary>
public sealed class FakeTraining : ITrainingFactory, IRecipeSource
{
    /// <summary>How often weights were copied for classifying.</summary>
    public Counter Captures { get; } = new();

    /// <summary>How often receptive fields were read.</summary>
    public Counter FieldReadings { get; } = new();

    /// <summary>How many trainers were disposed of.</summary>
    public Counter Disposed { get; } = new();

    /// <summary>How many trainers were made.</summary>
    public Counter Created { get; } = new();

    /// <summary>How often a network was used by two callers at a time or after its end.</summary>
    public Counter Misuses { get; } = new();

    /// <summary>Passed once by every mini-batch.</summary>
    public Gate Steps { get; } = new();

    /// <summary>Passed once by every batch of an error count.</summary>
    public Gate Counts { get; } = new();

    /// <summary>Passed once by every image that a network classifies.</summary>
    public Gate Readings { get; } = new();

    /// <summary>Completes when data may be had.</summary>
    public TaskCompletionSource Data { get; init; } = Completed();

    /// <summary>Mini-batches of an epoch.</summary>
    public int StepsPerEpoch { get; set; } = 10;

    /// <summary>Validation and test images, each.</summary>
    public int ImagesToCount { get; set; } = 30;

    /// <summary>Training images that errors by goodness are counted on; none at first.</summary>
    public int TrainingImagesToCount { get; set; }

    /// <summary>What an evaluation finds after so many mini-batches; null for the errors of a classifier.</summary>
    public Func<long, IReadOnlyList<Score>>? Scores { get; set; }

    /// <summary>The step that throws; none at first.</summary>
    public long? FailAtStep { get; set; }

    /// <summary>The step whose goodness is not a number; none at first.</summary>
    public long? DivergeAtStep { get; set; }

    /// <summary>Name of the data.</summary>
    public string DataName { get; set; } = "fake digits";

    /// <inheritdoc/>
    public async Task<TrainingSetup> CreateAsync(ConfiguredRecipe recipe, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new DataProgress("drawing fake digits", 0.5));
        await Data.Task.WaitAsync(cancellation);
        Created.Add();
        return Setup(recipe, ImagesToCount);
    }

    /// <summary>Digits whose number is their label and their ink.</summary>
    public Task<Splits<ImageSet>> LoadImagesAsync(ConfiguredRecipe recipe, CancellationToken cancellation)
    {
        var pixels = new byte[ImagesToCount * 784];
        var labels = new byte[ImagesToCount];
        for (var i = 0; i < ImagesToCount; i++)
        {
            labels[i] = (byte)(i % 10);
            pixels.AsSpan(i * 784, 784).Fill((byte)(i + 1));
        }

        var digits = TinyDigits.Set(28, 28, pixels, labels);
        return Task.FromResult(new Splits<ImageSet>(new DataOrigin(DataName, IsSynthetic: true), digits, digits, digits));
    }

    /// <inheritdoc/>
    public TrainingSetup CreateForViewing(ConfiguredRecipe recipe) => Setup(recipe, 0);

    /// <summary>Test digits whose label is the rest of their index by ten; the fake network reads those whose index divides by three as the next label.</summary>
    public Task<TestImages> LoadTestAsync(ConfiguredRecipe recipe, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        var pixels = new byte[ImagesToCount * 784];
        for (var i = 0; i < ImagesToCount; i++)
        {
            pixels[i * 784] = (byte)((i + (i % 3 == 0 ? 1 : 0)) % 10);
        }

        byte[] labels = [.. Enumerable.Range(0, ImagesToCount).Select(i => (byte)(i % 10))];
        return Task.FromResult(new TestImages(new DataOrigin(DataName, IsSynthetic: true), TinyDigits.Set(28, 28, pixels, labels)));
    }

    /// <summary>What networks can be asked with; of a recipe that no program knows, that is nothing.</summary>
    public Probe Probe { get; set; } = Probe.None;

    /// <summary>Knows the recipe <c>fake</c> and the setting <c>epochs</c>.</summary>
    public ConfiguredRecipe Resolve(StartRun request) => request.Recipe == "fake"
        ? Configure(Samples.Recipe(request.Recipe, request.Scale, request.Seed ?? 1), request.Settings?["epochs"].GetInt32() ?? 3)
        : throw new RunRequestException($"There is no recipe '{request.Recipe}'; there is fake.");

    /// <summary>Takes the recipe <c>fake</c>.</summary>
    public void Check(ConfiguredRecipe recipe) => _ = recipe.Id == "fake" ? recipe : throw new RunRequestException($"There is no recipe '{recipe.Id}'; there is fake.");

    // As it will be read from a database, which does not know it either.
    private ConfiguredRecipe Configure(ConfiguredRecipe recipe, int epochs) =>
        RecipeJson.Read(RecipeJson.Write(recipe with { Settings = recipe.Settings with { Epochs = epochs, Schedule = new ConstantRate() } })) with { Probe = Probe };

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }

    private TrainingSetup Setup(ConfiguredRecipe recipe, int images)
    {
        var digits = TinyDigits.Set(28, 28, new byte[images * 784], new byte[images]);
        return new TrainingSetup(new FakeTrainer(this, recipe), new DataOrigin(DataName, IsSynthetic: true), digits, digits)
        {
            Training = images > 0 ? TinyDigits.Set(28, 28, new byte[TrainingImagesToCount * 784], new byte[TrainingImagesToCount]) : null,
        };
    }
}
