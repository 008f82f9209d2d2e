using ForwardForward.Numerics.Random;
using ForwardForward.Numerics.Rows;
using ForwardForward.Numerics.Tests.Gemm;

namespace ForwardForward.Numerics.Tests.Rows;

public sealed class SoftmaxTests
{
    private readonly RandomStream _random = new(3);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(10, 0)]
    [InlineData(10, 500)]
    [InlineData(30, -500)]
    public void Probabilities_are_those_of_the_formula_wherever_the_logits_lie(int labels, float shift)
    {
        using var logits = Reference.Random(5, labels, _random);
        foreach (ref var value in logits.Values)
        {
            value += shift;
        }

        using var probabilities = new Matrix(5, labels);
        using var logarithms = new Matrix(5, labels);
        Softmax.Rows(logits, probabilities);
        for (var row = 0; row < 5; row++)
        {
            Softmax.LogRow(logits.Row(row), logarithms.Row(row));
            var sum = 0.0;
            foreach (var value in logits.Row(row))
            {
                sum += Math.Exp(value - logits[row, 0]);
            }

            for (var label = 0; label < labels; label++)
            {
                var expected = Math.Exp(logits[row, label] - logits[row, 0]) / sum;
                Assert.Equal(expected, probabilities[row, label], 1e-6);
                Assert.Equal(Math.Log(expected), logarithms[row, label], 1e-4);
            }
        }
    }

    [Fact]
    public void Far_apart_logits_give_zero_and_one()
    {
        float[] probabilities = [1000, -1000, float.NegativeInfinity];
        Softmax.Row(probabilities, probabilities);
        Assert.Equal([1, 0, 0], probabilities);
    }

    [Fact]
    public void NaN_is_not_hidden()
    {
        float[] probabilities = [1, float.NaN, 2];
        Softmax.Row(probabilities, probabilities);
        Assert.All(probabilities, value => Assert.True(float.IsNaN(value)));
    }

    [Fact]
    public void Empty_rows_stay_empty()
    {
        using var empty = new Matrix(3, 0);
        Softmax.Rows(empty, empty);
        Softmax.LogRow(empty.Row(0), empty.Row(0));
    }
}
