using ForwardForward.Frames;
using ForwardForward.Learning.Optimisation;

namespace ForwardForward.Learning.Trainers;

/// <summary>
/// What decides how a trainer learns, apart from the data, and what follows from it for those who look on. Every trainer has a record of its
/// own, and takes that very record; a property with <see cref="SettingAttribute"/> is a setting.
/// </summary>
public abstract record TrainingSettings
{
    /// <summary>Passes over the training data.</summary>
    [Setting("Epochs", "Passes over the training images; the learning rate falls over the second half of them.", 1, 10_000, Group = SettingGroup.Schedule, IsMain = true)]
    public int Epochs { get; init; } = 100;

    /// <summary>Learning rate of the hidden layers (Hinton's epsilon).</summary>
    [Setting("Learning rate", "How far a step moves the weights of the hidden layers.", 0, 1, Group = SettingGroup.Schedule, IsMain = true, IsLogarithmic = true)]
    public float LearningRate { get; init; } = 0.01f;

    /// <summary>Examples of a batch.</summary>
    [Setting("Batch size", "Images that one step learns from, each with its negatives.", 1, 10_000, Group = SettingGroup.Schedule, Unit = "images", IsMain = true)]
    public int BatchSize { get; init; } = 100;

    /// <summary>How the learning rates fall.</summary>
    [Setting("Schedule", "How the learning rates fall while the run goes on.", Group = SettingGroup.Schedule)]
    public ISchedule Schedule { get; init; } = new HalfConstantHalfLinear();

    /// <summary>Training images used, from the front.</summary>
    [Setting("Training images", "Images to learn from.", 1, 175_000, Group = SettingGroup.Data, Unit = "images")]
    public int TrainImages { get; init; } = 50_000;

    /// <summary>Validation images used.</summary>
    [Setting("Validation images", "Images that settings are judged on.", 0, 10_000, Group = SettingGroup.Data, Unit = "images")]
    public int ValidationImages { get; init; } = 10_000;

    /// <summary>Test images used.</summary>
    [Setting("Test images", "Images that only the final error is counted on.", 0, 10_000, Group = SettingGroup.Data, Unit = "images")]
    public int TestImages { get; init; } = 10_000;

    /// <summary>Validation errors are counted after every so many epochs, and after the last.</summary>
    [Setting("Validate every", "After how many epochs validation errors are counted.", 1, 10_000, Group = SettingGroup.Evaluation, Unit = "epochs")]
    public int ValidateEvery { get; init; } = 1;

    /// <summary>Seed of every random choice; no setting, since a run with another seed is the same experiment.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The thorough, slower way of counting errors is taken after every so many epochs, and after the last.</summary>
    public virtual int CountThoroughlyEvery => ValidateEvery;

    /// <summary>Whether the network is also tested by the goodness of every label; if not, it has one test procedure only.</summary>
    public virtual bool ClassifiesByGoodness => false;

    /// <summary>Whether every hidden layer has a goodness of its own.</summary>
    public virtual bool HasLayerGoodness => false;

    /// <summary>First and last iteration, from 1, that an answer counts, of a network that settles over several; null where one pass answers.</summary>
    public virtual (int First, int Last)? ScoredIterations => null;

    /// <summary>The layers that these settings make, bottom first, in outline.</summary>
    public virtual IReadOnlyList<LayerOutline> Outline => [];

    /// <summary>Why a setting of other trainers means nothing here, to be read after "means nothing to ..., "; null where its name says it all.</summary>
    public virtual string? WhyNot(string setting) => null;

    /// <summary>What these settings must not be together, though each of them is in its range.</summary>
    /// <param name="named">The settings that somebody has set.</param>
    /// <param name="images">Shape of the images that are learnt from.</param>
    /// <returns>A sentence that names both sides and what would be right; null when all is well.</returns>
    public virtual string? Conflict(IReadOnlyCollection<string> named, ImageShape images) =>
        BatchSize > TrainImages ? $"batchSize must be at most trainImages, {TrainImages}; got {BatchSize}." : null;
}
