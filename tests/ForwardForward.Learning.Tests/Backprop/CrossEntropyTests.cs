using ForwardForward.Learning.Backprop;
using ForwardForward.Numerics;

namespace ForwardForward.Learning.Tests.Backprop;

public sealed class CrossEntropyTests
{
    private static readonly byte[] Labels = [2, 0];

    [Theory]
    [InlineData(0f)]
    [InlineData(0.1f)]
    [InlineData(0.7f)]
    public void DerivativeIsWhatFiniteDifferencesSay(float smoothing)
    {
        using var logits = Logits();
        using var derivative = new Matrix(2, 4);
        using var scratch = new Matrix(2, 4);
        CrossEntropy.Evaluate(logits, Labels, smoothing, derivative);
        for (var i = 0; i < 8; i++)
        {
            var kept = logits.Values[i];
            logits.Values[i] = kept + 0.01f;
            var above = CrossEntropy.Evaluate(logits, Labels, smoothing, scratch).Loss;
            logits.Values[i] = kept - 0.01f;
            var below = CrossEntropy.Evaluate(logits, Labels, smoothing, scratch).Loss;
            logits.Values[i] = kept;

            // The loss is a mean over rows; the derivative points to where it falls.
            Assert.Equal(-2 * (above - below) / 0.02, derivative.Values[i], 1e-3);
        }
    }

    [Fact]
    public void LossAndErrorAreThoseOfTheFormula()
    {
        using var logits = Logits();
        using var derivative = new Matrix(2, 4);
        var (loss, error) = CrossEntropy.Evaluate(logits, Labels, 0.2f, derivative);

        double[] target0 = [0.05, 0.05, 0.85, 0.05];
        double[] target1 = [0.85, 0.05, 0.05, 0.05];
        Assert.Equal((Entropy(logits.Row(0), target0) + Entropy(logits.Row(1), target1)) / 2, loss, 1e-5);
        Assert.Equal(0.5, error);
    }

    [Fact]
    public void LogitsOfHundredsDoNotOverflow()
    {
        using var logits = new Matrix(1, 3);
        using var derivative = new Matrix(1, 3);
        float[] values = [900, -900, 0];
        values.CopyTo(logits.Values);

        Assert.Equal(1800, CrossEntropy.Evaluate(logits, [1], 0, derivative).Loss);
        Assert.Equal([-1f, 1, 0], derivative.Values.ToArray());
    }

    private static Matrix Logits()
    {
        var logits = new Matrix(2, 4);
        float[] values = [0.3f, -1.2f, 2, 0.1f, -0.5f, 1.5f, 0.2f, -2];
        values.CopyTo(logits.Values);
        return logits;
    }

    private static double Entropy(ReadOnlySpan<float> logits, double[] target)
    {
        var values = logits.ToArray();
        var sum = values.Sum(value => Math.Exp(value));
        return -values.Select((value, i) => target[i] * Math.Log(Math.Exp(value) / sum)).Sum();
    }
}
