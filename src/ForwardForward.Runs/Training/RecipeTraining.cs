using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;
using ForwardForward.Recipes;

namespace ForwardForward.Runs.Training;

/// <summary>The trainers of the recipes, on one team of threads that all runs share.</summary>
public sealed class RecipeTraining : ITrainingFactory, IDisposable
{
    // A tenth of the validation images of MNIST: enough to see whether the net learns by heart, and a tenth of the time.
    private const int MostTraining = 1000;
    private readonly IDataLoader _data;
    private readonly Workers _workers;
    private TestPart? _lastTest;

    /// <summary>Trainers on data from <paramref name="data"/> and as many threads as the options say.</summary>
    public RecipeTraining(IDataLoader data, RunsOptions options)
        : this(data, options.Threads)
    {
    }

    // Pages and other programs on the same machine come first: the helping threads give way. The loop's own thread does not: Linux would
    // hand its low priority on to every thread of the pool that happens to be started from it, and pages are served by those.
    internal RecipeTraining(IDataLoader data, int threads) => (_data, _workers) = (data, new Workers(threads, lowPriority: true));

    /// <inheritdoc/>
    public async Task<TrainingSetup> CreateAsync(ConfiguredRecipe recipe, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        return Make(recipe, await LoadAsync(recipe, Source(recipe), progress, cancellation));
    }

    /// <inheritdoc/>
    public Task<Splits<ImageSet>> LoadImagesAsync(ConfiguredRecipe recipe, CancellationToken cancellation)
    {
        return LoadAsync(recipe, Source(recipe).ForViewing, null, cancellation);
    }

    /// <inheritdoc/>
    public TrainingSetup CreateForViewing(ConfiguredRecipe recipe)
    {
        var none = Source(recipe).Describe();
        return Make(products => recipe.CreateForViewing(none, products), new DataOrigin("no images", IsSynthetic: true), none, none);
    }

    /// <inheritdoc/>
    public async Task<TestImages> LoadTestAsync(ConfiguredRecipe recipe, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        // A part is a copy; whoever leafs through it should not make one for every digit.
        var whole = await _data.LoadAsync(Source(recipe), progress, cancellation);
        var last = _lastTest;
        if (last is null || last.Whole != whole.Test || last.Part.Count != Math.Min(whole.Test.Count, recipe.Settings.TestImages))
        {
            _lastTest = last = new TestPart(whole.Test, First(whole.Test, recipe.Settings.TestImages));
        }

        return new TestImages(whole.Origin, last.Part);
    }

    /// <inheritdoc/>
    public void Dispose() => _workers.Dispose();

    private async Task<Splits<ImageSet>> LoadAsync(
        ConfiguredRecipe recipe, IDataSource<ImageSet> source, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        var whole = await _data.LoadAsync(source, progress, cancellation);
        return whole with
        {
            Train = First(whole.Train, recipe.Settings.TrainImages),
            Validation = First(whole.Validation, recipe.Settings.ValidationImages),
            Test = First(whole.Test, recipe.Settings.TestImages),
        };
    }

    private TrainingSetup Make(ConfiguredRecipe recipe, Splits<ImageSet> images) => Make(
        products => recipe.CreateTrainer(images, products),
        images.Origin,
        images.Validation,
        images.Test,
        recipe.Scores.Any(measure => measure.IsThorough) ? First(images.Train, Math.Min(MostTraining, images.Train.Count / 10)) : null);

    // Scratch memory belongs to one trainer, threads to all: two trainers may step at the same time.
    private TrainingSetup Make(Func<MatrixProducts, Trainer> create, DataOrigin origin, ImageSet validation, ImageSet test, ImageSet? training = null)
    {
        var products = new MatrixProducts(_workers);
        try
        {
            return new TrainingSetup(create(products), origin, validation, test, products) { Training = training };
        }
        catch
        {
            products.Dispose();
            throw;
        }
    }

    private static IDataSource<ImageSet> Source(ConfiguredRecipe recipe) => DataSources.Images.Get(recipe.DataSet);

    private static ImageSet First(ImageSet images, int count) => images.Count <= count ? images : images.Slice(0, count);

    private sealed record TestPart(ImageSet Whole, ImageSet Part);
}
