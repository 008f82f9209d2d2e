using ForwardForward.Data.Images;
using ForwardForward.Numerics;

namespace ForwardForward.Learning.Batches;

/// <summary>
/// Some images with their labels, for networks that see no label in the picture: every image has a mean square of 1, so that background
/// stays zero and thin strokes count as much as thick ones.
/// </summary>
/// <param name="capacity">Images it can hold.</param>
/// <param name="pixels">Values of an image, of all channels.</param>
internal sealed class PixelBatch(int capacity, int pixels) : IDisposable
{
    private readonly PixelRows _rows = new(capacity, pixels);
    private readonly byte[] _labels = new byte[capacity];

    /// <summary>Images held.</summary>
    public int Count { get; private set; }

    /// <summary>Normalised pixels, <c>[count, pixels]</c>.</summary>
    public MatrixView Images => _rows.Rows.RowRange(0, Count);

    /// <summary>True labels, <c>[count]</c>.</summary>
    public ReadOnlySpan<byte> Labels => _labels.AsSpan(0, Count);

    /// <summary>Takes images by their numbers.</summary>
    public void Load(ImageSet images, ReadOnlySpan<int> indices)
    {
        Count = indices.Length;
        for (var i = 0; i < indices.Length; i++)
        {
            Set(i, images.Image(indices[i]), images.Labels[indices[i]]);
        }
    }

    /// <summary>Takes images that follow one another.</summary>
    public void Load(ImageSet images, int start, int count)
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

    public void Dispose() => _rows.Dispose();

    private void Set(int row, ReadOnlySpan<byte> image, byte label)
    {
        _rows.Set(row, image);
        _labels[row] = label;
    }
}
