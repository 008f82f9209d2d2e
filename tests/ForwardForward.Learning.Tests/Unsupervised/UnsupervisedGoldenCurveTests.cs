using ForwardForward.Testing;

namespace ForwardForward.Learning.Tests.Unsupervised;

/// <summary>Short runs whose losses were written down once, as for the supervised trainer.</summary>
public sealed class UnsupervisedGoldenCurveTests
{
    private const double Tolerance = 0.0002;

    public static TheoryData<string, double[]> Curves => new()
    {
        { "dense", [6.08534, 5.06631, 2.04212, 1.25604, 2.01502, 3.71613, 3.08917, 2.84323, 1.33114, 1.30219, 2.74444, 1.87293, 1.38078, 1.20689, 0.76053] },
        { "local", [11.39457, 9.13148, 1.43264, 1.36178, 8.86972, 2.66712, 3.18306, 0.57880, 4.00543, 2.25962, 1.62730, 0.24270] },
    };

    [Theory]
    [MemberData(nameof(Curves))]
    public void LossesAreThoseOfTheFirstDay(string network, double[] expected)
    {
        using var bench = new UnsupervisedBench(UnsupervisedBench.Named(network));
        var actual = new List<double>();
        for (var step = 1; step <= 30; step++)
        {
            var report = bench.Trainer.Step();
            if (step % 10 == 0)
            {
                actual.AddRange([.. report.Layers.Select(layer => (double)layer.Loss), report.HeadLoss]);
            }
        }

        Assert.True(
            expected.Length == actual.Count && expected.Zip(actual, (a, b) => Math.Abs(a - b)).Max() < Tolerance,
            $"was {string.Join(", ", actual.Select(value => value.ToString("F5", System.Globalization.CultureInfo.InvariantCulture)))}");
    }
}
