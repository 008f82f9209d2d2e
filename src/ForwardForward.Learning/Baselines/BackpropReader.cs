using System.Numerics.Tensors;
using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Classifying;
using ForwardForward.Numerics;

namespace ForwardForward.Learning.Baselines;

/// <summary>Reads batches by softmax, the only procedure of a backprop net. It owns the net, a copy of the trainer's.</summary>
internal sealed class BackpropReader(BackpropNet net, int pixels, int batchSize) : IBatchReader
{
    private readonly PixelBatch _batch = new(batchSize, pixels);
    private MatrixView _logits;

    public int Capacity => batchSize;

    public bool ByGoodness => false;

    public void Read(ImageSet images, int first, int count)
    {
        _batch.Load(images, first, count);
        _logits = net.Forward(_batch.Images);
    }

    public int BySoftmax(int image) => TensorPrimitives.IndexOfMax<float>(_logits.Row(image));

    public int ByGoodnessOfLabels(int image, int count) => throw new NotSupportedException("A backprop net has no goodness.");

    public void Dispose()
    {
        net.Dispose();
        _batch.Dispose();
    }
}
