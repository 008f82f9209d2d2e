using ForwardForward.Data.Images;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Experiments.Trainers;

/// <summary>
/// One kind of training procedure, such as <c>supervised</c>: which settings it listens to, and how a recipe becomes its trainer. A sealed
/// class with a constructor without parameters is found by <see cref="TrainerFamilies"/>.
/// </summary>
internal interface ITrainerFamily
{
    /// <summary>Name in recipes (<see cref="TrainerSettings.Name"/>).</summary>
    string Name { get; }

    /// <summary>
    /// Names of the settings that change something in this family's runs, beyond those every run has
    /// (<see cref="TrainerFamilies.CommonSettings"/>).
    /// </summary>
    IReadOnlyList<string> Settings { get; }

    /// <summary>Why a setting of other families means nothing here, to be read after "means nothing to ..., "; null where its name says it all.</summary>
    string? WhyNot(string setting) => null;

    /// <summary>Makes the trainer of a recipe at its very beginning: weights drawn, nothing learnt.</summary>
    /// <param name="recipe">What to run.</param>
    /// <param name="images">The images it learns from.</param>
    /// <param name="products">Does the matrix products; the caller owns it.</param>
    /// <param name="savings">Which exact savings are made.</param>
    /// <exception cref="ArgumentException">The images do not fit the recipe, or the recipe names something that does not exist.</exception>
    Trainer Create(Recipe recipe, ImageSet images, MatrixProducts products, ExactShortcuts savings);
}
