using System.Numerics.Tensors;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Retelling;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Supervised;

/// <summary>Total inputs of the last batch's rows once more, by the present weights. Nothing here takes part in learning.</summary>
internal static class SupervisedRetelling
{
    /// <summary>Those of two rows in one layer, by the rule's activation: <c>[2, units]</c>.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="layers">The layers with the activities of the batch.</param>
    /// <param name="products">Does the products.</param>
    /// <param name="epilogue">What the product does of the activation.</param>
    /// <param name="layer">Layer, from 0.</param>
    /// <param name="rows">Row of the positive, row of the negative.</param>
    /// <param name="example">Their pictures as the network got them before normalisation.</param>
    /// <param name="z">Destination.</param>
    public static void Forward(
        SupervisedWeights weights,
        LayerTraining[] layers,
        MatrixProducts products,
        ForwardEpilogue epilogue,
        int layer,
        (int Positive, int Negative) rows,
        ExamplePair example,
        MatrixView z)
    {
        if (layer == 0)
        {
            ForwardFirst(weights.First, epilogue, example, z);
            return;
        }

        using var below = Rows.Pair(layers[layer - 1].Activities.Normalised, rows.Positive, rows.Negative);
        weights.Upper[layer - 1].Forward(products, below, epilogue, z);
    }

    /// <summary>Weights of one unit of a layer; of the first layer label pixels first.</summary>
    public static float[] Field(SupervisedWeights weights, int layer, int unit)
    {
        if (layer > 0)
        {
            return Rows.Field(weights.Upper[layer - 1], unit);
        }

        var field = new float[weights.First.Pixels];
        weights.First.CopyUnitTo(unit, field);
        return field;
    }

    private static void ForwardFirst(LabelledImageLayer first, ForwardEpilogue epilogue, ExamplePair example, MatrixView z)
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

    private static float[] Normalised(float[] picture)
    {
        var row = new float[picture.Length];
        TensorPrimitives.Multiply(picture, RowMath.InverseRms(TensorPrimitives.SumOfSquares<float>(picture), picture.Length), row);
        return row;
    }
}
