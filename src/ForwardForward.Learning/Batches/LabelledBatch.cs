using System.Numerics.Tensors;
using ForwardForward.Data.Images;
using ForwardForward.Learning.Layers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Batches;

/// <summary>Some images as the first layer wants them: values in [0, 1] without the label pixels, which the label takes the place of.</summary>
/// <param name="capacity">Images it can hold.</param>
/// <param name="pixels">Values of an image, label pixels included.</param>
/// <param name="labels">Labels, and first values that the label takes the place of.</param>
public sealed class LabelledBatch(int capacity, int pixels, int labels) : IDisposable
{
    private const int RowsPerPiece = 25;

    private readonly Matrix _images = new(capacity, pixels - labels);
    private readonly float[] _energies = new float[capacity];
    private readonly byte[] _labels = new byte[capacity];
    private readonly byte[] _shifted = new byte[capacity * pixels];
    private readonly int[] _indices = new int[capacity];

    /// <summary>Images held.</summary>
    public int Count { get; private set; }

    /// <summary>Pixels in [0, 1], label pixels left out: <c>[count, pixels - labels]</c>.</summary>
    public MatrixView Images => _images.RowRange(0, Count);

    /// <summary>True labels, <c>[count]</c>.</summary>
    public ReadOnlySpan<byte> Labels => _labels.AsSpan(0, Count);

    /// <summary>
    /// Takes images by their numbers, each moved as its jitter says and without the pixels that a step leaves out; the label is written later, so it
    /// stays in its place.
    /// </summary>
    public void Load(ImageSet images, ReadOnlySpan<int> indices, Jitter jitter, PixelDropout dropout, Workers workers)
    {
        Count = indices.Length;
        indices.CopyTo(_indices);
        workers.Run(new Loading(this, images, jitter, dropout), (Count + RowsPerPiece - 1) / RowsPerPiece);
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

    /// <summary>
    /// What normalises every row once its label is written: <c>1 / (epsilon + sqrt((image^2 + label^2) / pixels))</c>, <c>[count]</c>.
    /// </summary>
    /// <param name="labelEnergy">Sum of the squared label pixels.</param>
    /// <param name="scales">Destination.</param>
    public void Scales(float labelEnergy, Span<float> scales)
    {
        for (var i = 0; i < Count; i++)
        {
            scales[i] = RowMath.InverseRms(_energies[i] + labelEnergy, pixels);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _images.Dispose();

    private int LabelPixels => labels;

    private ReadOnlySpan<byte> Moved(ImageSet images, int row, Jitter jitter)
    {
        var image = images.Image(_indices[row]);
        var (right, down) = jitter.Of(_indices[row]);
        if ((right, down) == (0, 0))
        {
            return image;
        }

        var shifted = _shifted.AsSpan(row * pixels, pixels);
        ImageShift.Copy(image, images.Shape, right, down, shifted);
        return shifted;
    }

    private void Set(int row, ReadOnlySpan<byte> image, byte label)
    {
        var destination = _images.Row(row);
        Ink.ToShares(image[labels..], destination);
        _labels[row] = label;
        Weigh(row);
    }

    private void Weigh(int row) => _energies[row] = TensorPrimitives.SumOfSquares<float>(_images.Row(row));

    private readonly struct Loading(LabelledBatch batch, ImageSet images, Jitter jitter, PixelDropout dropout) : IPieceJob
    {
        public void Run(int piece)
        {
            for (var row = piece * RowsPerPiece; row < Math.Min((piece + 1) * RowsPerPiece, batch.Count); row++)
            {
                batch.Set(row, batch.Moved(images, row, jitter), images.Labels[batch._indices[row]]);
                if (dropout.IsOn)
                {
                    dropout.Apply(row, batch._images.Row(row), batch.LabelPixels);
                    batch.Weigh(row);
                }
            }
        }
    }
}
