using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Recipes;

namespace ForwardForward.Runs.Training;

/// <summary>Makes trainers for runs. Tests put quick ones in its place.</summary>
public interface ITrainingFactory
{
    /// <summary>Loads the data of a recipe and makes its trainer at the very beginning.</summary>
    Task<TrainingSetup> CreateAsync(ConfiguredRecipe recipe, IProgress<DataProgress>? progress, CancellationToken cancellation);

    /// <summary>The images of a recipe without a trainer, for looking at what its network makes of them.</summary>
    Task<Splits<ImageSet>> LoadImagesAsync(ConfiguredRecipe recipe, CancellationToken cancellation);

    /// <summary>Makes a trainer without images, only to restore a state and look at it: its weights are real, it cannot train.</summary>
    TrainingSetup CreateForViewing(ConfiguredRecipe recipe);

    /// <summary>The images that a recipe's test errors are counted on.</summary>
    Task<TestImages> LoadTestAsync(ConfiguredRecipe recipe, IProgress<DataProgress>? progress, CancellationToken cancellation);
}

/// <summary>Test images, and where they come from.</summary>
public sealed record TestImages(DataOrigin Origin, ImageSet Images);
