using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Experiments;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Runs.Training;

/// <summary>The trainers of the experiments, on one team of threads that all runs share.</summary>
public sealed class ExperimentTraining : ITrainingFactory, IDisposable
{
    private const int PictureSide = 28;

    // A tenth of the validation images of MNIST: enough to see whether the net learns by heart, and a tenth of the time.
    private const int MostTraining = 1000;
    private readonly IImageDataSetProvider _data;
    private readonly Workers _workers;
    private TestPart? _lastTest;

    /// <summary>Trainers on data from <paramref name="data"/> and as many threads as the options say.</summary>
    public ExperimentTraining(IImageDataSetProvider data, RunsOptions options)
        : this(data, options.Threads)
    {
    }

    // Pages and other programs on the same machine come first: the helping threads give way. The loop's own thread does not: Linux would
    // hand its low priority on to every thread of the pool that happens to be started from it, and pages are served by those.
    internal ExperimentTraining(IImageDataSetProvider data, int threads) => (_data, _workers) = (data, new Workers(threads, lowPriority: true));

    /// <inheritdoc/>
    public async Task<TrainingSetup> CreateAsync(Recipe recipe, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        return Make(recipe, await LoadAsync(recipe, progress, cancellation));
    }

    /// <inheritdoc/>
    public Task<ImageDataSet> LoadImagesAsync(Recipe recipe, CancellationToken cancellation)
    {
        // To be looked at, MNIST's own images do: handwriting has the same ones to validate and test on, and takes long to draw.
        var set = recipe.Data.Set == DataSets.Handwriting ? DataSets.Mnist : recipe.Data.Set;
        return LoadAsync(recipe with { Data = recipe.Data with { Set = set } }, null, cancellation);
    }

    /// <inheritdoc/>
    public TrainingSetup CreateForViewing(Recipe recipe)
    {
        // One batch of blank images an epoch, and as many steps as ever: nothing is allocated for images that nobody looks at.
        var (batch, perEpoch) = (recipe.Trainer.BatchSize, Math.Max(1, recipe.Data.TrainCount / recipe.Trainer.BatchSize));
        recipe = recipe with { Schedule = recipe.Schedule with { Epochs = (int)Math.Min(int.MaxValue, (long)recipe.Schedule.Epochs * perEpoch) } };
        var blank = new LabelledImages(PictureSide, PictureSide, new byte[batch * PictureSide * PictureSide], new byte[batch]);
        var none = blank.Slice(0, 0);
        return Make(recipe, new ImageDataSet(new DataOrigin("no images", IsSynthetic: true), blank, none, none));
    }

    /// <inheritdoc/>
    public async Task<TestImages> LoadTestAsync(Recipe recipe, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        // A part is a copy; whoever leafs through it should not make one for every digit.
        var whole = await _data.LoadAsync(recipe.Data.Set, progress, cancellation);
        var last = _lastTest;
        if (last is null || last.Whole != whole.Test || last.Part.Count != Math.Min(whole.Test.Count, recipe.Data.TestCount))
        {
            _lastTest = last = new TestPart(whole.Test, First(whole.Test, recipe.Data.TestCount));
        }

        return new TestImages(whole.Origin, last.Part);
    }

    /// <inheritdoc/>
    public void Dispose() => _workers.Dispose();

    private async Task<ImageDataSet> LoadAsync(Recipe recipe, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        var whole = await _data.LoadAsync(recipe.Data.Set, progress, cancellation);
        return whole with
        {
            Train = First(whole.Train, recipe.Data.TrainCount),
            Validation = First(whole.Validation, recipe.Data.ValidationCount),
            Test = First(whole.Test, recipe.Data.TestCount),
        };
    }

    // Scratch memory belongs to one trainer, threads to all: two trainers may step at the same time.
    private TrainingSetup Make(Recipe recipe, ImageDataSet images)
    {
        var products = new MatrixProducts(_workers);
        try
        {
            return new TrainingSetup(Experiment.CreateTrainer(recipe, images, products), images.Origin, images.Validation, images.Test, products)
            {
                Training = Experiment.ClassifiesByGoodness(recipe) ? First(images.Train, Math.Min(MostTraining, images.Train.Count / 10)) : null,
            };
        }
        catch
        {
            products.Dispose();
            throw;
        }
    }

    private static LabelledImages First(LabelledImages images, int count) => images.Count <= count ? images : images.Slice(0, count);

    private sealed record TestPart(LabelledImages Whole, LabelledImages Part);
}
