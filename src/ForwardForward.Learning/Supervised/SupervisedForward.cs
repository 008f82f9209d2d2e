using System.Numerics.Tensors;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Readings;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Supervised;

/// <summary>Total inputs of the last batch's rows once more, by the present weights. Nothing here takes part in learning.</summary>
internal static class SupervisedForward
{
    /// <summary>Those of both rows of a pair in one layer, by the rule's activation: <c>[2, units]</c>.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="layer">Layer, from 0.</param>
    /// <param name="image">The pair's image in the batch.</param>
    /// <param name="example">Its pictures as the network got them before normalisation.</param>
    /// <param name="z">Destination.</param>
    public static void Again(SupervisedTrainer trainer, int layer, int image, ExamplePair example, MatrixView z)
    {
        var epilogue = trainer.Options.Activation.Epilogue;
        if (layer == 0)
        {
            ForwardFirst(trainer.Weights.First, epilogue, example, z);
            return;
        }

        using var below = Rows.Pair(trainer.Layers[layer - 1].Activities.Normalised, trainer.Rows.FirstPositive + image, image);
        trainer.Weights.Upper[layer - 1].Forward(trainer.Products, below, epilogue, z);
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
