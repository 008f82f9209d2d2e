using ForwardForward.Learning.Strategies;
using ForwardForward.Testing;

namespace ForwardForward.Learning.Tests.Supervised;

/// <summary>
/// Short runs whose losses were written down once: a change that means to keep the arithmetic keeps them. Kernels of different widths round
/// differently, which the tolerance leaves room for (all kernels, with and without hardware vectors, were seen to agree to 1e-5).
/// </summary>
public sealed class GoldenCurveTests
{
    private const double Tolerance = 0.0002;

    public static TheoryData<string, string, string, string, double[]> Curves => new()
    {
        { "sum-of-squares", "logistic", "relu", "hard-labels", [8.85325, 4.46840, 2.62817, 2.06193, 2.71418, 3.20115, 2.78299, 1.53386, 1.56052, 1.97582, 2.06230, 1.02442] },
        { "negative-sum-of-squares", "symba", "leaky-relu", "uniform-labels", [0.28721, 0.39033, 0.36921, 1.83713, 0.10994, 0.20718, 0.40731, 1.10820, 0.08090, 0.31436, 0.30443, 0.62925] },
    };

    [Theory]
    [MemberData(nameof(Curves))]
    public void LossesAreThoseOfTheFirstDay(string goodness, string loss, string activation, string negatives, double[] expected)
    {
        using var bench = new Bench(Bench.Small with
        {
            Goodness = Catalogs.Goodness.Get(goodness),
            Loss = Catalogs.Losses.Get(loss),
            Activation = Catalogs.Activations.Get(activation),
            Negatives = Catalogs.NegativeLabels.Get(negatives),
        });
        var actual = new List<double>();
        for (var step = 1; step <= 30; step++)
        {
            var report = bench.Trainer.Step();
            if (step % 10 == 0)
            {
                actual.AddRange([report.Layers[0].Loss, report.Layers[1].Loss, report.Layers[2].Loss, report.HeadLoss]);
            }
        }

        Assert.True(
            expected.Length == actual.Count && expected.Zip(actual, (a, b) => Math.Abs(a - b)).Max() < Tolerance,
            $"was {string.Join(", ", actual.Select(value => value.ToString("F5", System.Globalization.CultureInfo.InvariantCulture)))}");
    }
}
