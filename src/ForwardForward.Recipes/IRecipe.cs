using ForwardForward.Frames;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Recipes;

/// <summary>One experiment, whatever its settings and its data are. Recipes derive from <see cref="Recipe{TSettings, TData}"/>.</summary>
public interface IRecipe
{
    /// <summary>What it is, for lists and people.</summary>
    RecipeInfo Info { get; }

    /// <summary>The values of its settings where nobody says otherwise: a run that was stored before there was a setting had this value of it.</summary>
    TrainingSettings Defaults { get; }

    /// <summary>What its evaluations find on a split, the most telling measure first.</summary>
    IReadOnlyList<ScoreInfo> Scores { get; }

    /// <summary>The settings at a scale.</summary>
    TrainingSettings At(Scale scale);

    /// <summary>Name of the data set that it learns from at a scale.</summary>
    string DataSet(Scale scale);

    /// <summary>What its network can be asked with, at a scale.</summary>
    Probe Probe(Scale scale);

    /// <summary>Makes the trainer at its very beginning: weights drawn, nothing learnt.</summary>
    /// <param name="settings">How it learns; a record of the recipe's type.</param>
    /// <param name="data">What it learns from: splits of the recipe's kind of data.</param>
    /// <param name="products">Does the matrix products; the caller owns it.</param>
    /// <exception cref="ArgumentException">The data does not fit the settings, or either is that of another recipe.</exception>
    Trainer Create(TrainingSettings settings, object data, MatrixProducts products);
}
