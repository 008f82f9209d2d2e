using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Negatives.Hybrids;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Unsupervised;

/// <summary>What people see of the last batch. Nothing here takes part in learning.</summary>
internal static class UnsupervisedReadings
{
    /// <summary>The first images of the batch beside their hybrids, and what those were made of.</summary>
    public static IReadOnlyList<ExamplePair> Examples(int count, ImageSet images, HybridBatch batch, PixelDropout dropout, RowBlocks blocks, LayerTraining[] layers)
    {
        var pairs = new List<ExamplePair>(Math.Max(0, count));
        for (var i = 0; i < count; i++)
        {
            var image = i;
            var ours = Picture(images, batch.Ours(i));
            var other = Picture(images, batch.Other(i));
            var mask = batch.Masks.Row(i).ToArray();
            float[] hybrid = [.. ours.Select((value, i) => mask[i / images.Shape.Channels] != 0 ? value : other[i])];
            var seen = ours.ToArray();
            dropout.Apply(i, seen);
            dropout.Apply(i, hybrid);
            pairs.Add(new ExamplePair(
                images.Shape,
                seen,
                hybrid,
                null,
                null,
                null,
                [.. layers.Select(layer => layer.Activities.Goodness[blocks.FirstPositive + image])],
                [.. layers.Select(layer => layer.Activities.Goodness[image])],
                new Dictionary<string, float[]> { ["digit A"] = ours, ["digit B"] = other, ["mask"] = mask }));
        }

        return pairs;
    }

    private static float[] Picture(ImageSet images, int index)
    {
        var picture = new float[images.Shape.Values];
        Ink.ToShares(images.Image(index), picture);
        return picture;
    }
}
