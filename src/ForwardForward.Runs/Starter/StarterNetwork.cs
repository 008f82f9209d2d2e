using System.Text.Json;
using ForwardForward.Recipes;
using ForwardForward.Runs.Checkpoints;
using ForwardForward.Runs.Results;
using ForwardForward.Runs.Training;

namespace ForwardForward.Runs.Starter;

/// <summary>
/// A trained network that ships with the program, so that a digit can be read before anything is trained: half-precision weights, and
/// beside them its recipe, seed and history in the form of all stored results.
/// </summary>
public sealed class StarterNetwork
{
    /// <summary>Name of its run in links.</summary>
    public const string Id = "starter";

    /// <summary>The most bytes that its weights may have.</summary>
    public const int MaximumBytes = 4_000_000;

    private const string Weights = "starter.safetensors";
    private const string Results = "starter.json";
    private readonly Func<Stream> _open;
    private readonly Lazy<Checkpoint> _checkpoint;

    /// <summary>A network from packed weights and the results of its training.</summary>
    /// <param name="open">Opens the weights.</param>
    /// <param name="results">How it was trained and how it did.</param>
    public StarterNetwork(Func<Stream> open, StoredResults results)
    {
        (_open, Trained) = (open, results.Runs[0]);
        _checkpoint = new Lazy<Checkpoint>(Read);
    }

    /// <summary>The one that ships with the program.</summary>
    public static StarterNetwork Shipped { get; } = new(() => Resource(Weights), ReadResults());

    /// <summary>How it was trained, epoch by epoch, and its errors.</summary>
    public StoredRun Trained { get; }

    /// <summary>What it was trained with.</summary>
    public ConfiguredRecipe Recipe => _checkpoint.Value.Recipe;

    /// <summary>How far its training was: to the end.</summary>
    public CheckpointProgress Progress => _checkpoint.Value.Progress;

    /// <summary>A trainer that can be looked at and asked; the caller owns it.</summary>
    public TrainingSetup ForViewing(ITrainingFactory factory)
    {
        var setup = factory.CreateForViewing(Recipe);
        try
        {
            setup.Trainer.RestoreState(NetworkPacking.Unpack(_checkpoint.Value.State, setup.Trainer));
            return setup;
        }
        catch
        {
            setup.Dispose();
            throw;
        }
    }

    private Checkpoint Read()
    {
        using var stream = _open();
        return CheckpointFile.Read(stream);
    }

    private static StoredResults ReadResults()
    {
        using var stream = Resource(Results);
        return JsonSerializer.Deserialize<StoredResults>(stream, ResultsJson.Options)!;
    }

    private static Stream Resource(string name) => typeof(StarterNetwork).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The program was built without its {name}.");
}
