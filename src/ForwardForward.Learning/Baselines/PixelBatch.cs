using System.Numerics.Tensors;
using ForwardForward.Data.Images;
using ForwardForward.Learning.Layers;
using ForwardForward.Numerics;

namespace ForwardForward.Learning.Baselines;

/// <summary>
/// Some images as a backprop net sees them: every image divided by its root mean square, as the Forward-Forward nets see it, so that
/// background stays zero and thin strokes count as much as thick ones.
/// </summary>
/// <param name="capacity">Images it can hold.</param>
/// <param name="pixels">Pixels of an image.</param>
internal sealed class PixelBatch(int capacity, int pixels) : IDisposable
{
    private readonly Matrix _images = new(capacity, pixels);
    private readonly byte[] _labels = new byte[capacity];

    /// <summary>Images held.</summary>
    public int Count { get; private set; }

    /// <summary>Normalised pixels, <c>[count, pixels]</c>.</summary>
    public MatrixView Images => _images.RowRange(0, Count);

    /// <summary>True labels, <c>[count]</c>.</summary>
    public ReadOnlySpan<byte> Labels => _labels.AsSpan(0, Count);

    /// <summary>Takes images by their numbers.</summary>
    public void Load(LabelledImages images, ReadOnlySpan<int> indices)
    {
        Count = indices.Length;
        for (var i = 0; i < indices.Length; i++)
        {
            Set(i, images.Image(indices[i]), images.Labels[indices[i]]);
        }
    }

    /// <summary>Takes images that follow one another.</summary>
    public void Load(LabelledImages images, int start, int count)
    {
        Count = count;
        for (var i = 0; i < count; i++)
        {
            Set(i, images.Image(start + i), images.Labels[start + i]);
        }
    }

    /// <summary>Takes one image of unknown label.</summary>
    public void Load(ReadOnlySpan<byte> image)
    {
        Count = 1;
        Set(0, image, 0);
    }

    public void Dispose() => _images.Dispose();

    private void Set(int row, ReadOnlySpan<byte> image, byte label)
    {
        var values = _images.Row(row);
        TensorPrimitives.ConvertTruncating(image, values);
        TensorPrimitives.Multiply(values, RowMath.InverseRms(TensorPrimitives.SumOfSquares<float>(values), pixels), values);
        _labels[row] = label;
    }
}
