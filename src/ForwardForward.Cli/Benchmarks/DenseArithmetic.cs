using ForwardForward.Experiments;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Cli.Benchmarks;

/// <summary>What a supervised Forward-Forward net costs when nothing is skipped or shared; a multiply-add counts as two.</summary>
internal static class DenseArithmetic
{
    private const int Pixels = 784;
    private const int Labels = 10;

    /// <summary>
    /// FLOP of one image in training: for every hidden layer a forward product of the positive, the negative and the neutral row, and a
    /// weight gradient of the first two: <c>2 * 5 * sum(inputs * outputs)</c>. The head is left out: it is under a percent.
    /// </summary>
    public static double OfTraining(Recipe recipe) => 2.0 * 5 * WeightsOf(recipe);

    /// <summary>FLOP of one image classified by the goodness of every label and by the neutral pass.</summary>
    public static double OfClassifying(Recipe recipe) => 2.0 * (Labels + 1) * WeightsOf(recipe);

    /// <summary>The part of <see cref="OfTraining"/> that falls on one phase and hidden layer, counted from 0.</summary>
    public static double OfPhase(Recipe recipe, StepPhase phase, int layer)
    {
        var units = recipe.Network.HiddenUnits;
        var weights = (double)units[layer] * (layer == 0 ? Pixels : units[layer - 1]);
        return phase switch
        {
            StepPhase.ImageProduct or StepPhase.Forward => 2 * 3 * weights,
            StepPhase.Update => 2 * 2 * weights,
            _ => 0,
        };
    }

    private static double WeightsOf(Recipe recipe)
    {
        var sum = 0.0;
        var inputs = Pixels;
        foreach (var units in recipe.Network.HiddenUnits)
        {
            sum += (double)inputs * units;
            inputs = units;
        }

        return sum;
    }
}
