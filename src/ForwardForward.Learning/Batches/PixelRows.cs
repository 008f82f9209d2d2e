using System.Numerics.Tensors;
using ForwardForward.Data.Images;
using ForwardForward.Learning.Layers;
using ForwardForward.Numerics;

namespace ForwardForward.Learning.Batches;

/// <summary>Some images as the first layer of a network without labels in its input wants them: every row has a mean square of 1.</summary>
/// <param name="capacity">Images it can hold.</param>
/// <param name="pixels">Values of an image, of all channels.</param>
internal sealed class PixelRows(int capacity, int pixels) : IDisposable
{
    private readonly Matrix _rows = new(capacity, pixels);

    /// <summary>Normalised pixels, <c>[capacity, pixels]</c>; the first rows are the last batch.</summary>
    public MatrixView Rows => _rows.View;

    /// <summary><c>x / (epsilon + sqrt(mean(x^2)))</c> in place, <c>[pixels]</c>; a black image stays black.</summary>
    public static void Normalise(Span<float> row) =>
        TensorPrimitives.Multiply(row, RowMath.InverseRms(TensorPrimitives.SumOfSquares<float>(row), row.Length), row);

    /// <summary>Takes images that follow one another.</summary>
    public void Load(ImageSet images, int start, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Set(i, images.Image(start + i));
        }
    }

    /// <summary>Takes one image, <c>[pixels]</c>, as one of the rows.</summary>
    public void Set(int row, ReadOnlySpan<byte> image)
    {
        Ink.ToShares(image, _rows.Row(row));
        Normalise(_rows.Row(row));
    }

    public void Dispose() => _rows.Dispose();
}
