using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Frames;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Recipes;

/// <summary>
/// A recipe with its scale and all of its settings: everything that decides a run apart from the machine. Immutable, and the same after a round
/// trip through JSON (<see cref="RecipeJson"/>). Recipe, settings, data and seed give the same bits again on the same instruction set.
/// </summary>
public sealed record ConfiguredRecipe
{
    private readonly IReadOnlyList<ScoreInfo>? _scores;

    /// <summary>What the recipe is.</summary>
    public required RecipeInfo Info { get; init; }

    /// <summary>How much of it is run.</summary>
    public required Scale Scale { get; init; }

    /// <summary>Name of the data set that it asks for; empty where this program does not have the recipe any more.</summary>
    public required string DataSet { get; init; }

    /// <summary>How its trainer learns.</summary>
    public required TrainingSettings Settings { get; init; }

    /// <summary>What its evaluations find, the most telling measure first; the errors of a classifier where this program does not have the recipe.</summary>
    public IReadOnlyList<ScoreInfo> Scores
    {
        get => _scores ?? Measures.OfClassifier(Settings.ClassifiesByGoodness);
        init => _scores = value;
    }

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed
    {
        get => Settings.Seed;
        init => Settings = Settings with { Seed = value };
    }

    /// <summary>Name in links, files and commands.</summary>
    public string Id => Info.Id;

    /// <summary>Name for people.</summary>
    public string Title => Info.Title;

    /// <summary>What its network can be asked with; nothing where this program does not have the recipe any more.</summary>
    public Probe Probe { get; init; } = Probe.None;

    /// <summary>What is known of a measure; only its name, without a unit, where neither the recipe nor the program declares it.</summary>
    /// <param name="name">Name of the measure without its split, such as <c>goodness-error</c>.</param>
    public ScoreInfo Measure(string name) => Scores.Named(name);

    /// <summary>Makes its trainer at the very beginning: weights drawn, nothing learnt.</summary>
    /// <param name="data">Images; of the training part the first <see cref="TrainingSettings.TrainImages"/> are used, or all if there are fewer.</param>
    /// <param name="products">Does the matrix products; the caller owns it.</param>
    /// <exception cref="ArgumentException">The data does not fit the recipe, or the recipe does not exist.</exception>
    public Trainer CreateTrainer(Splits<ImageSet> data, MatrixProducts products) => RecipeCatalog.Get(Id).Create(
        Settings, data.Train.Count > Settings.TrainImages ? data with { Train = data.Train.Slice(0, Settings.TrainImages) } : data, products);

    /// <summary>Makes its trainer without images, only to restore a state and look at it: its weights are real, it cannot train.</summary>
    /// <param name="described">Shape and classes of the images that it ran on; it may hold none.</param>
    /// <param name="products">Does the matrix products; the caller owns it.</param>
    /// <exception cref="ArgumentException">The shape does not fit the recipe, or the recipe does not exist.</exception>
    public Trainer CreateForViewing(ImageSet described, MatrixProducts products)
    {
        // One batch of blank images an epoch, and as many steps as ever: nothing is allocated for images that nobody looks at.
        var steps = (long)Settings.Epochs * Math.Max(1, Settings.TrainImages / Settings.BatchSize);
        var settings = Settings with { Epochs = (int)Math.Min(int.MaxValue, steps) };
        return RecipeCatalog.Get(Id).Create(settings, new Splits<ImageSet>(new DataOrigin("no images", IsSynthetic: true), described.Blank(settings.BatchSize), described, described), products);
    }
}
