using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Trainers;
using ForwardForward.Runs.Starter;
using ForwardForward.Runs.Training;

namespace ForwardForward.Runs.Checkpoints;

/// <summary>Networks out of checkpoints, for classifying without a run.</summary>
public static class NetworkFile
{
    private const int LargestBatch = 10_000;
    private const int MostImages = 1_000_000;

    /// <summary>Reads the network of a checkpoint.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="CheckpointFormatException">The file is no checkpoint, or a broken one, or does not fit its own recipe.</exception>
    public static IModel Load(string path)
    {
        var checkpoint = CheckpointFile.Read(path);
        if (!IsPlausible(checkpoint))
        {
            throw new CheckpointFormatException($"{path} does not fit its own recipe: the hidden layers that the recipe names are not those of the weights.");
        }

        using var factory = new RecipeTraining(new NoImages(), threads: 1);
        try
        {
            using var setup = factory.CreateForViewing(checkpoint.Recipe);
            setup.Trainer.RestoreState(NetworkPacking.Unpack(checkpoint.State, setup.Trainer));
            return setup.Trainer.CaptureModel();
        }
        catch (ArgumentException exception)
        {
            throw new CheckpointFormatException($"{path} does not fit its own recipe. {exception.Message}", exception);
        }
    }

    // A file from anywhere must not make the program allocate more than the file itself holds.
    private static bool IsPlausible(Checkpoint checkpoint)
    {
        var settings = checkpoint.Recipe.Settings;
        return settings is { BatchSize: > 0 and <= LargestBatch, Epochs: > 0, TrainImages: > 0 and <= MostImages }
            && settings.Outline.Count > 0
            && settings.Outline.Select((layer, i) => (Name: $"{(layer.Kind == LayerKind.Convolution ? "convolution" : "layer")}-{i + 1}/weights", layer.Units))
                .All(layer => checkpoint.State.Matrices.TryGetValue(layer.Name, out var weights) && weights.Columns == layer.Units);
    }

    private sealed class NoImages : IDataLoader
    {
        public Task<Splits<T>> LoadAsync<T>(IDataSource<T> source, IProgress<DataProgress>? progress, CancellationToken cancellation) =>
            throw new NotSupportedException("Classifying needs no images.");
    }
}
