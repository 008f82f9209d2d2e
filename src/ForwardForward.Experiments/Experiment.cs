using ForwardForward.Data.Images;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Experiments;

/// <summary>Turns a recipe into a trainer.</summary>
public static class Experiment
{
    /// <summary>Makes the trainer of a recipe at its very beginning: weights drawn, nothing learnt.</summary>
    /// <exception cref="ArgumentException">The data does not fit the recipe.</exception>
    public static ITrainer CreateTrainer(Recipe recipe, ImageDataSet data, MatrixProducts products) => throw new NotImplementedException();
}
