using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Experiments;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Runs.Training;

/// <summary>The trainers of the experiments, on one team of threads that all runs share.</summary>
public sealed class ExperimentTraining : ITrainingFactory, IDisposable
{
    // A tenth of the validation images of MNIST: enough to see whether the net learns by heart, and a tenth of the time.
    private const int MostTraining = 1000;
    private readonly IDataLoader _data;
    private readonly Workers _workers;
    private TestPart? _lastTest;

    /// <summary>Trainers on data from <paramref name="data"/> and as many threads as the options say.</summary>
    public ExperimentTraining(IDataLoader data, RunsOptions options)
        : this(data, options.Threads)
    {
    }

    // Pages and other programs on the same machine come first: the helping threads give way. The loop's own thread does not: Linux would
    // hand its low priority on to every thread of the pool that happens to be started from it, and pages are served by those.
    internal ExperimentTraining(IDataLoader data, int threads) => (_data, _workers) = (data, new Workers(threads, lowPriority: true));

    /// <inheritdoc/>
    public async Task<TrainingSetup> CreateAsync(Recipe recipe, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        return Make(recipe, await LoadAsync(recipe, Source(recipe), progress, cancellation));
    }

    /// <inheritdoc/>
    public Task<Splits<ImageSet>> LoadImagesAsync(Recipe recipe, CancellationToken cancellation)
    {
        return LoadAsync(recipe, Source(recipe).ForViewing, null, cancellation);
    }

    /// <inheritdoc/>
    public TrainingSetup CreateForViewing(Recipe recipe)
    {
        var none = Source(recipe).Describe();
        return Make(products => Experiment.CreateForViewing(recipe, none, products), new DataOrigin("no images", IsSynthetic: true), none, none);
    }

    /// <inheritdoc/>
    public async Task<TestImages> LoadTestAsync(Recipe recipe, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        // A part is a copy; whoever leafs through it should not make one for every digit.
        var whole = await _data.LoadAsync(Source(recipe), progress, cancellation);
        var last = _lastTest;
        if (last is null || last.Whole != whole.Test || last.Part.Count != Math.Min(whole.Test.Count, recipe.Data.TestCount))
        {
            _lastTest = last = new TestPart(whole.Test, First(whole.Test, recipe.Data.TestCount));
        }

        return new TestImages(whole.Origin, last.Part);
    }

    /// <inheritdoc/>
    public void Dispose() => _workers.Dispose();

    private async Task<Splits<ImageSet>> LoadAsync(
        Recipe recipe, IDataSource<ImageSet> source, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        var whole = await _data.LoadAsync(source, progress, cancellation);
        return whole with
        {
            Train = First(whole.Train, recipe.Data.TrainCount),
            Validation = First(whole.Validation, recipe.Data.ValidationCount),
            Test = First(whole.Test, recipe.Data.TestCount),
        };
    }

    private TrainingSetup Make(Recipe recipe, Splits<ImageSet> images) => Make(
        products => Experiment.CreateTrainer(recipe, images, products),
        images.Origin,
        images.Validation,
        images.Test,
        Experiment.ClassifiesByGoodness(recipe) ? First(images.Train, Math.Min(MostTraining, images.Train.Count / 10)) : null);

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

    private static IDataSource<ImageSet> Source(Recipe recipe) => DataSources.Images.Get(recipe.Data.Set);

    private static ImageSet First(ImageSet images, int count) => images.Count <= count ? images : images.Slice(0, count);

    private sealed record TestPart(ImageSet Whole, ImageSet Part);
}
