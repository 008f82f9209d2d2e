using System.Numerics.Tensors;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Layers;

/// <summary>Small loops over rows that several parts share.</summary>
internal static class RowMath
{
    /// <summary>Keeps a row of zeros from being divided by zero; far below any real root mean square.</summary>
    public const float Epsilon = 1e-8f;

    /// <summary>
    /// <c>destination = x / (epsilon + sqrt(mean(x^2)))</c> row by row: the mean square becomes 1, the length <c>sqrt(units)</c>, and no mean
    /// is taken off. Both may be the same matrix; a row of zeros stays one.
    /// </summary>
    public static void Normalise(MatrixView source, MatrixView destination)
    {
        for (var row = 0; row < source.Rows; row++)
        {
            var x = source.Row(row);
            TensorPrimitives.Multiply(x, InverseRms(TensorPrimitives.SumOfSquares<float>(x), x.Length), destination.Row(row));
        }
    }

    /// <summary><c>1 / (epsilon + sqrt(sum / count))</c>.</summary>
    public static float InverseRms(float sumOfSquares, int count) => 1 / (Epsilon + MathF.Sqrt(sumOfSquares / count));

    /// <summary>Adds up rows: <c>sum = sum_k source[k]</c>, <c>[rows, columns] -> [columns]</c>.</summary>
    public static void SumRows(MatrixView source, Span<float> sum)
    {
        sum.Clear();
        for (var row = 0; row < source.Rows; row++)
        {
            TensorPrimitives.Add(sum, source.Row(row), sum);
        }
    }

    /// <summary>The update of <see cref="SmoothedUpdate"/> for plain values, from a gradient that is used up.</summary>
    public static void Update(Span<float> gradient, in SmoothedUpdate update, Span<float> velocity, Span<float> values)
    {
        TensorPrimitives.Multiply(velocity, update.Smoothing, velocity);
        TensorPrimitives.MultiplyAdd(gradient, (1 - update.Smoothing) * update.GradientScale, velocity, velocity);
        TensorPrimitives.Multiply(values, 1 - (update.LearningRate * update.WeightDecay), values);
        TensorPrimitives.MultiplyAdd(velocity, update.LearningRate, values, values);
    }

    /// <summary>How many values are not zero, <c>[rows, columns]</c>.</summary>
    public static long CountNonZero(MatrixView values)
    {
        long count = 0;
        for (var row = 0; row < values.Rows; row++)
        {
            foreach (var value in values.Row(row))
            {
                count += value != 0 ? 1 : 0;
            }
        }

        return count;
    }
}
