using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Random;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Negatives.Hybrids;

/// <summary>
/// Images and their hybrids (paper, section 3.2): the negative of an image A is <c>A mask + B (1 - mask)</c>, B another image of the set.
/// Its short-range correlations are those of digits, its long-range ones are not. Rows are normalised as the first layer wants them.
/// </summary>
internal sealed class HybridBatch : IDisposable
{
    private readonly ImageSet _images;
    private readonly RegionMask _region;
    private readonly Matrix _rows;
    private readonly Matrix _masks;
    private readonly int[] _ours;
    private readonly int[] _others;
    private readonly byte[] _labels;

    public HybridBatch(ImageSet images, int batchSize, int blurs)
    {
        _images = images;
        _region = new RegionMask(images.Shape.Width, images.Shape.Height, blurs);
        _rows = new Matrix(2 * batchSize, images.Shape.Values);
        _masks = new Matrix(batchSize, images.Shape.Locations);
        _ours = new int[batchSize];
        _others = new int[batchSize];
        _labels = new byte[batchSize];
    }

    /// <summary>Normalised rows, negatives first, then the images themselves: <c>[2 batch, values]</c>.</summary>
    public MatrixView Rows => _rows.View;

    /// <summary>True labels, <c>[batch]</c>.</summary>
    public ReadOnlySpan<byte> Labels => _labels;

    /// <summary>The masks, 1 where the image shows with all its channels and 0 where the other one does: <c>[batch, locations]</c>.</summary>
    public MatrixView Masks => _masks.View;

    /// <summary>Number of an image of the batch in the set.</summary>
    public int Ours(int i) => _ours[i];

    /// <summary>Number of the image that it is mixed with in the set.</summary>
    public int Other(int i) => _others[i];

    /// <summary>
    /// Takes images by their numbers and makes their hybrids. An image and its hybrid miss the same pixels, those that a step leaves out. Only this
    /// draws from the stream, in the order of the batch.
    /// </summary>
    public void Load(ReadOnlySpan<int> indices, RandomStream random, PixelDropout dropout, Workers workers)
    {
        for (var i = 0; i < indices.Length; i++)
        {
            var other = random.NextInt(_images.Count - 1);
            _ours[i] = indices[i];
            _others[i] = other >= indices[i] ? other + 1 : other;
            _labels[i] = _images.Labels[indices[i]];
            RegionMask.DrawBits(random, _masks.Row(i));
        }

        workers.Run(new Making(this, dropout), indices.Length);
    }

    public void Dispose()
    {
        _rows.Dispose();
        _masks.Dispose();
    }

    private void Make(int i, PixelDropout dropout)
    {
        var negative = _rows.Row(i);
        var positive = _rows.Row(_ours.Length + i);
        var mask = _masks.Row(i);
        _region.Blur(mask, negative[..mask.Length]);
        Ink.ToShares(_images.Image(_ours[i]), positive);
        Ink.ToShares(_images.Image(_others[i]), negative);

        // The mask is 0 or 1, so this picks one of the two, exactly.
        var channels = _images.Shape.Channels;
        for (var channel = 0; channel < channels; channel++)
        {
            for (int location = 0, value = channel; location < mask.Length; location++, value += channels)
            {
                negative[value] = mask[location] != 0 ? positive[value] : negative[value];
            }
        }

        dropout.Apply(i, positive);
        dropout.Apply(i, negative);
        PixelRows.Normalise(positive);
        PixelRows.Normalise(negative);
    }

    /// <summary>One image and its hybrid after the other, shared out.</summary>
    private readonly struct Making(HybridBatch batch, PixelDropout dropout) : IPieceJob
    {
        public void Run(int piece) => batch.Make(piece, dropout);
    }
}
