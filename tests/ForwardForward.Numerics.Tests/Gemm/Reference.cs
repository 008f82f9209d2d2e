using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Numerics.Tests.Gemm;

/// <summary>The products written down as plainly as possible: one chain of multiply-adds for each element, in the order of the inner index.</summary>
internal static class Reference
{
    public static bool IsFused { get; } = Fma.IsSupported || AdvSimd.IsSupported;

    public static Matrix Forward(MatrixView x, MatrixView w, ReadOnlySpan<float> bias, ForwardEpilogue epilogue)
    {
        var y = new Matrix(x.Rows, w.Columns);
        for (var row = 0; row < x.Rows; row++)
        {
            for (var column = 0; column < w.Columns; column++)
            {
                var sum = 0f;
                for (var k = 0; k < x.Columns; k++)
                {
                    sum = MultiplyAdd(x[row, k], w[k, column], sum);
                }

                sum += bias.IsEmpty ? 0 : bias[column];
                y[row, column] = epilogue == ForwardEpilogue.Relu ? MathF.Max(sum, 0) : sum;
            }
        }

        return y;
    }

    public static Matrix Transpose(MatrixView matrix)
    {
        var transposed = new Matrix(matrix.Columns, matrix.Rows);
        for (var row = 0; row < matrix.Rows; row++)
        {
            for (var column = 0; column < matrix.Columns; column++)
            {
                transposed[column, row] = matrix[row, column];
            }
        }

        return transposed;
    }

    public static void Update(MatrixView gradient, SmoothedUpdate update, MatrixView velocity, MatrixView w)
    {
        var share = (1 - update.Smoothing) * update.GradientScale;
        for (var row = 0; row < w.Rows; row++)
        {
            for (var column = 0; column < w.Columns; column++)
            {
                ref var v = ref velocity[row, column];
                ref var weight = ref w[row, column];
                v = MultiplyAdd(update.Smoothing, v, share * gradient[row, column]);
                weight = MultiplyAdd(update.LearningRate, MultiplyAdd(-update.WeightDecay, weight, v), weight);
            }
        }
    }

    public static float MultiplyAdd(float a, float b, float c) => IsFused ? MathF.FusedMultiplyAdd(a, b, c) : (a * b) + c;

    /// <summary>Normal values, some of them exactly zero.</summary>
    public static Matrix Random(int rows, int columns, RandomStream random, double density = 1)
    {
        var matrix = new Matrix(rows, columns);
        foreach (ref var value in matrix.Values)
        {
            value = random.NextDouble() < density ? (float)random.NextNormal() : 0;
        }

        return matrix;
    }
}
