using System.Numerics.Tensors;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Layers;

/// <summary>Small things that several parts share.</summary>
internal static class RowMath
{
    /// <summary>Keeps a row of zeros from being divided by zero; far below any real root mean square.</summary>
    public const float Epsilon = 1e-8f;

    /// <summary><c>1 / (epsilon + sqrt(sum / count))</c>.</summary>
    public static float InverseRms(float sumOfSquares, int count) => 1 / (Epsilon + MathF.Sqrt(sumOfSquares / count));

    /// <summary>The update of <see cref="SmoothedUpdate"/> for plain values, from a gradient that is used up.</summary>
    public static void Update(Span<float> gradient, in SmoothedUpdate update, Span<float> velocity, Span<float> values)
    {
        TensorPrimitives.Multiply(velocity, update.Smoothing, velocity);
        TensorPrimitives.MultiplyAdd(gradient, (1 - update.Smoothing) * update.GradientScale, velocity, velocity);
        TensorPrimitives.Multiply(values, 1 - (update.LearningRate * update.WeightDecay), values);
        TensorPrimitives.MultiplyAdd(velocity, update.LearningRate, values, values);
    }
}
