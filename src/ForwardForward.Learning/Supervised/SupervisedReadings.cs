using System.Numerics.Tensors;
using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics;

namespace ForwardForward.Learning.Supervised;

/// <summary>What people see of the last batch. Nothing here takes part in learning.</summary>
internal static class SupervisedReadings
{
    /// <summary>The first positive rows of the batch beside their first negatives.</summary>
    public static IReadOnlyList<ExamplePair> Examples(
        int count,
        LabelledImages images,
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
                images.Width,
                images.Height,
                Picture(batch, i, codes[blocks.FirstPositive + i], labelStrength, images.PixelsPerImage),
                Picture(batch, i, codes[i], labelStrength, images.PixelsPerImage),
                batch.Labels[i],
                codes[i],
                chances[i],
                [.. layers.Select(layer => layer.Activities.Goodness[blocks.FirstPositive + image])],
                [.. layers.Select(layer => layer.Activities.Goodness[image])],
                new Dictionary<string, float[]>()));
        }

        return pairs;
    }

    /// <summary>One layer on the last batch.</summary>
    public static LayerStatistics Statistics(LayerTraining layer, RowBlocks blocks, StatePart weights)
    {
        using var values = new Matrix(weights.Rows, weights.Columns);
        weights.CopyTo(values);
        var rms = MathF.Sqrt(TensorPrimitives.SumOfSquares<float>(values.Values) / values.Values.Length);

        var activeRows = new int[layer.Units];
        for (var row = 0; row < blocks.Learning; row++)
        {
            var activities = layer.Activities.Activities.Row(row);
            for (var unit = 0; unit < activities.Length; unit++)
            {
                activeRows[unit] += activities[unit] != 0 ? 1 : 0;
            }
        }

        return new LayerStatistics(
            layer.Activities.Goodness.Slice(blocks.FirstPositive, blocks.Batch).ToArray(),
            layer.Activities.Goodness[..blocks.Negatives].ToArray(),
            (float)((double)activeRows.Sum() / ((double)blocks.Learning * layer.Units)),
            activeRows.Count(rows => rows == 0),
            activeRows.Count(rows => rows == blocks.Learning),
            rms);
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
