using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Frames;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Recipes;

/// <summary>
/// One experiment, at every scale: what it is, which settings and data it has, and which trainer takes them. A sealed class with a constructor
/// without parameters is found by <see cref="RecipeCatalog"/>; nothing else is to be edited.
/// </summary>
/// <typeparam name="TSettings">The record of settings that its trainer takes.</typeparam>
/// <typeparam name="TData">What it learns from, such as a set of images.</typeparam>
public abstract class Recipe<TSettings, TData> : IRecipe
    where TSettings : TrainingSettings, new()
{
    /// <inheritdoc/>
    public abstract RecipeInfo Info { get; }

    /// <summary>
    /// What its evaluations find on a split, the most telling measure first: title, unit and direction of every score, for pages, tables and the
    /// command line. Usually the errors of a classifier; a recipe whose trainer measures something else says so here.
    /// </summary>
    public virtual IReadOnlyList<ScoreInfo> Scores => Measures.OfClassifier(new TSettings().ClassifiesByGoodness);

    /// <summary>The settings at a scale.</summary>
    public abstract TSettings At(Scale scale);

    /// <summary>Where its data comes from at a scale.</summary>
    public abstract IDataSource<TData> Source(Scale scale);

    /// <summary>Makes the trainer at its very beginning: weights drawn, nothing learnt.</summary>
    /// <param name="settings">How it learns.</param>
    /// <param name="data">What it learns from.</param>
    /// <param name="products">Does the matrix products; the caller owns it.</param>
    /// <exception cref="ArgumentException">The data does not fit the settings.</exception>
    public abstract Trainer Create(TSettings settings, Splits<TData> data, MatrixProducts products);

    /// <summary>What its network can be asked with: images of its data, drawn where they are grey, unless it says otherwise.</summary>
    /// <param name="described">What its data is like; it may hold no example.</param>
    public virtual Probe Probe(TData described) => described is not ImageSet { Shape: var shape }
        ? Frames.Probe.None
        : shape.Channels == 1 ? Frames.Probe.Drawing(shape) : Frames.Probe.Picture(shape);

    /// <inheritdoc/>
    Probe IRecipe.Probe(Scale scale) => Probe(Source(scale).Describe());

    /// <inheritdoc/>
    TrainingSettings IRecipe.Defaults => new TSettings();

    /// <inheritdoc/>
    TrainingSettings IRecipe.At(Scale scale) => At(scale);

    /// <inheritdoc/>
    string IRecipe.DataSet(Scale scale) => Source(scale).Name;

    /// <inheritdoc/>
    Trainer IRecipe.Create(TrainingSettings settings, object data, MatrixProducts products) => (settings, data) switch
    {
        (TSettings own, Splits<TData> splits) => Create(own, splits, products),
        (TSettings, _) => throw new ArgumentException($"The recipe {Info.Id} learns from {typeof(TData).Name}.", nameof(data)),
        _ => throw new ArgumentException($"The recipe {Info.Id} has {typeof(TSettings).Name}; got {settings.GetType().Name}.", nameof(settings)),
    };
}
