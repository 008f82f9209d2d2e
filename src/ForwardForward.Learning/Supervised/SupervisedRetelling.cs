using System.Numerics.Tensors;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Supervised;

/// <summary>Total inputs of the last batch's rows once more, by the present weights. Nothing here takes part in learning.</summary>
internal static class SupervisedRetelling
{
    /// <summary>The first layer's, from the pictures as the network got them before normalisation: <c>[2, units]</c>.</summary>
    public static void ForwardFirst(LabelledImageLayer first, ForwardEpilogue epilogue, ExamplePair example, MatrixView z)
    {
        var field = new float[first.Pixels];
        var (positive, negative) = (Normalised(example.Positive), Normalised(example.Negative));
        for (var unit = 0; unit < first.Units; unit++)
        {
            first.CopyUnitTo(unit, field);
            z[0, unit] = TensorPrimitives.Dot<float>(field, positive) + first.Biases[unit];
            z[1, unit] = TensorPrimitives.Dot<float>(field, negative) + first.Biases[unit];
        }

        if (epilogue == ForwardEpilogue.Relu)
        {
            TensorPrimitives.Max(z.Row(0), 0f, z.Row(0));
            TensorPrimitives.Max(z.Row(1), 0f, z.Row(1));
        }
    }

    /// <summary>Weights of one unit of the first layer, label pixels first.</summary>
    public static float[] Field(LabelledImageLayer layer, int unit)
    {
        var field = new float[layer.Pixels];
        layer.CopyUnitTo(unit, field);
        return field;
    }

    private static float[] Normalised(float[] picture)
    {
        var row = new float[picture.Length];
        TensorPrimitives.Multiply(picture, RowMath.InverseRms(TensorPrimitives.SumOfSquares<float>(picture), picture.Length), row);
        return row;
    }
}
