using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;
using ForwardForward.Recipes;
using ForwardForward.Recipes.Settings;
using ForwardForward.Runs.Checkpoints;

namespace ForwardForward.Cli.Benchmarks;

/// <summary>A net to measure: a recipe at Paper scale, trained a little or taken from a checkpoint, since a trained net is sparser than a fresh one.</summary>
internal sealed class BenchSubject : IDisposable
{
    private readonly MatrixProducts _products;

    private BenchSubject(ConfiguredRecipe recipe, Splits<ImageSet> data, int threads, TrainerState? state)
    {
        (Recipe, Data) = (recipe, data);
        Workers = new Workers(threads);
        _products = new MatrixProducts(Workers);
        Trainer = recipe.CreateTrainer(data, _products);
        if (state is not null)
        {
            Trainer.RestoreState(state);
        }
    }

    /// <summary>What is measured.</summary>
    public ConfiguredRecipe Recipe { get; }

    /// <summary>The images.</summary>
    public Splits<ImageSet> Data { get; }

    /// <summary>The threads.</summary>
    public Workers Workers { get; }

    /// <summary>The trainer.</summary>
    public Trainer Trainer { get; }

    /// <summary>Mini-batches that the net has learnt from, in epochs.</summary>
    public double Epochs => (double)Trainer.Course.CompletedSteps / Trainer.Course.StepsPerEpoch;

    /// <summary>Mini-batches until the schedule is over.</summary>
    public long StepsLeft => Trainer.Course.Steps - Trainer.Course.CompletedSteps;

    /// <summary>Loads the images, and trains the net for some epochs unless a checkpoint is given.</summary>
    /// <exception cref="UsageException">The checkpoint is none, or its run is over.</exception>
    public static async Task<BenchSubject> PrepareAsync(BenchRequest request, string recipe, CancellationToken cancellation)
    {
        var checkpoint = request.Model is { } path ? Read(path) : null;
        var subject = await LoadAsync(checkpoint?.Recipe ?? RecipeSettings.ApplyText(RecipeCatalog.Get(recipe, request.Scale), request.Settings), request, checkpoint?.State, cancellation);
        var trainer = subject.Trainer;
        var warmUp = checkpoint is null ? (long)request.AfterEpochs * trainer.Course.StepsPerEpoch : 0;
        if (subject.StepsLeft - warmUp < StepBenchmark.FewestSteps)
        {
            subject.Dispose();
            throw new UsageException(
                $"{subject.Recipe.Id} has a schedule of {trainer.Course.Epochs} epochs of {trainer.Course.StepsPerEpoch} steps; none are left to measure.");
        }

        var metrics = new float[trainer.Metrics.Count];
        for (var step = 0L; step < warmUp; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            trainer.Step(metrics);
        }

        return subject;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Trainer.Dispose();
        _products.Dispose();
        Workers.Dispose();
    }

    private static async Task<BenchSubject> LoadAsync(ConfiguredRecipe recipe, BenchRequest request, TrainerState? state, CancellationToken cancellation)
    {
        using var sets = new DataLoader(request.Places.Paths);
        var data = await sets.LoadImagesAsync(recipe.DataSet, cancellation: cancellation);
        return new BenchSubject(recipe, data, request.Threads, state);
    }

    private static Checkpoint Read(string path)
    {
        try
        {
            return CheckpointFile.Read(path);
        }
        catch (Exception exception) when (exception is CheckpointFormatException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException(exception.Message);
        }
    }
}
