using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Exciting;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Recurrent;

/// <summary>What a layer of a recurrent network says on the bottom-up pass, before any label comes down to it.</summary>
internal sealed class RecurrentActivityReader(RecurrentWeights weights, RecurrentOptions options, MatrixProducts products, int layer, int capacity) : IActivityReader
{
    private readonly PixelBatch _batch = new(capacity, weights.Pixels);
    private readonly RecurrentPass _pass = new(weights, options, products, capacity, 1, 0);

    public int Capacity => capacity;

    public MatrixView Read(ImageSet images, int first, int count)
    {
        _batch.Load(images, first, count);
        _pass.Begin(_batch.Images);
        return _pass.Layers[layer].First.RowRange(0, count);
    }

    public void Dispose()
    {
        _batch.Dispose();
        _pass.Dispose();
    }
}
