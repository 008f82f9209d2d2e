using System.Numerics.Tensors;
using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Classifying;
using ForwardForward.Numerics;

namespace ForwardForward.Learning.Baselines;

/// <summary>Counts the errors of the weights that a trainer had when the count began: it holds a copy of them.</summary>
internal sealed class BackpropEvaluation(BackpropNet net, LabelledImages images, int batchSize) : IEvaluation
{
    private readonly PixelBatch _batch = new(batchSize, images.PixelsPerImage);
    private int _errors;

    public int Total => images.Count;

    public int Done { get; private set; }

    /// <summary>A backprop net has one procedure only: its softmax.</summary>
    public ErrorRates Errors => new(null, Done == 0 ? null : 100.0 * _errors / Done);

    public bool Advance()
    {
        var count = Math.Min(batchSize, Total - Done);
        if (count == 0)
        {
            return false;
        }

        _batch.Load(images, Done, count);
        var logits = net.Forward(_batch.Images);
        for (var i = 0; i < count; i++)
        {
            _errors += TensorPrimitives.IndexOfMax<float>(logits.Row(i)) == _batch.Labels[i] ? 0 : 1;
        }

        Done += count;
        return true;
    }

    public void Dispose()
    {
        net.Dispose();
        _batch.Dispose();
    }
}
