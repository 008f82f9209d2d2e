using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using Fields = ForwardForward.Learning.Layers.ReceptiveFields;

namespace ForwardForward.Learning.Supervised;

/// <summary>What people see of the last batch. Nothing here takes part in learning.</summary>
internal static class SupervisedReadings
{
    /// <summary>The first positive rows of the batch beside their first negatives.</summary>
    public static IReadOnlyList<ExamplePair> Examples(
        int count,
        ImageSet images,
        LabelledBatch batch,
        RowBlocks blocks,
        ReadOnlySpan<byte> codes,
        ReadOnlySpan<float> chances,
        LayerTraining[] layers,
        float labelStrength)
    {
        var pairs = new List<ExamplePair>(Math.Max(0, count));
        for (var i = 0; i < count; i++)
        {
            var image = i;
            pairs.Add(new ExamplePair(
                images.Shape,
                Picture(batch, i, codes[blocks.FirstPositive + i], labelStrength, images.Shape.Values),
                Picture(batch, i, codes[i], labelStrength, images.Shape.Values),
                batch.Labels[i],
                codes[i],
                chances[i],
                [.. layers.Select(layer => layer.Activities.Goodness[blocks.FirstPositive + image])],
                [.. layers.Select(layer => layer.Activities.Goodness[image])],
                new Dictionary<string, float[]>()));
        }

        return pairs;
    }

    /// <summary>
    /// What units look for in the picture, label pixels first, one row a unit: the weights of the first layer, and for a layer above the
    /// fields of the layer below weighted by its own weights (<see cref="Layers.ReceptiveFields"/>): <c>[count, pixels]</c>.
    /// </summary>
    public static void ReceptiveFields(
        SupervisedWeights weights, MatrixProducts products, int layer, int firstUnit, int count, Span<float> destination)
    {
        var first = weights.First;
        if (layer == 0)
        {
            Fields.CheckRange(weights.HiddenUnits.Count, layer, first.Units, firstUnit, count);
            for (var i = 0; i < count; i++)
            {
                first.CopyUnitTo(firstUnit + i, destination.Slice(i * first.Pixels, first.Pixels));
            }

            return;
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)layer, (uint)weights.HiddenUnits.Count, nameof(layer));
        Fields.CheckRange(weights.HiddenUnits.Count, layer, weights.HiddenUnits[layer], firstUnit, count);
        using var below = Fields.Chain(weights.Upper, 0, products, layer - 1, firstUnit, count);
        using var fields = new Matrix(count, first.Pixels);
        first.Backproject(products, below, fields);
        fields.Values.CopyTo(destination);
    }

    private static float[] Picture(LabelledBatch batch, int image, int code, float labelStrength, int pixels)
    {
        var picture = new float[pixels];
        var labelPixels = pixels - batch.Images.Columns;
        LabelCodes.Write(code, labelStrength, picture.AsSpan(0, labelPixels));
        batch.Images.Row(image).CopyTo(picture.AsSpan(labelPixels));
        return picture;
    }
}
