using System.Numerics.Tensors;
using ForwardForward.Data.Images;
using ForwardForward.Frames;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Rows;

namespace ForwardForward.Learning.Backprop;

/// <summary>Inference of a backprop net: one pass, and the softmax at the top. It has a copy of the weights.</summary>
internal sealed class BackpropModel : ImageModel
{
    /// <summary>Images of a batch of many.</summary>
    public const int LargeBatch = 100;

    private readonly BackpropSettings _options;
    private readonly ImageShape _shape;
    private readonly BackpropNet _net;
    private readonly PixelBatch _batch;
    private readonly float[] _probabilities;
    private MatrixView _logits;
    private Matrix? _loudest;

    /// <param name="options">What it is made of.</param>
    /// <param name="shape">Shape of an image.</param>
    /// <param name="labels">Labels.</param>
    /// <param name="products">Does the products; null for a model that stands alone.</param>
    /// <param name="capacity">Images of a batch, at most.</param>
    public BackpropModel(BackpropSettings options, ImageShape shape, int labels, MatrixProducts? products, int capacity)
        : base(products, capacity, triesLabels: false)
    {
        (_options, _shape, Labels) = (options, shape, labels);
        _net = new BackpropNet(options, shape, labels, Products, capacity, null);
        _batch = new PixelBatch(capacity, shape.Values);
        _probabilities = new float[labels];
    }

    public override int PixelsPerImage => _shape.Values;

    public override long MultiplyAddsPerImage => _net.Work().Where(work => work.Phase == StepPhase.Forward).Sum(work => work.MultiplyAdds) / Capacity;

    public override int Labels { get; }

    /// <summary>A copy of the present weights that stands alone; takes the memory of <paramref name="recycled"/> if that fits.</summary>
    public static BackpropModel Capture(BackpropNet net, BackpropSettings options, ImageShape shape, int labels, long step, IModel? recycled)
    {
        var model = recycled is BackpropModel old && ReferenceEquals(old._options, options) && old._shape == shape
            ? old
            : new BackpropModel(options, shape, labels, null, 1);
        model.Step = step;
        return model.With(net);
    }

    /// <summary>Takes over the weights of a net of the same options and shape.</summary>
    public BackpropModel With(BackpropNet net)
    {
        _net.CopyFrom(net);
        return this;
    }

    public override void Run(ImageSet images, int first, int count)
    {
        _batch.Load(images, first, count);
        _logits = _net.Forward(_batch.Images);
    }

    /// <summary>A convolutional unit answers what it answers at its loudest location.</summary>
    public override MatrixView Activities(ImageSet images, int first, int count, int layer)
    {
        Run(images, first, count);
        var activities = _net.Trained[layer].Activities;
        var locations = activities.Rows / Capacity;
        if (_loudest?.Columns != activities.Columns)
        {
            _loudest?.Dispose();
            _loudest = new Matrix(Capacity, activities.Columns);
        }

        for (var image = 0; image < count; image++)
        {
            var loudest = _loudest.Row(image);
            activities.Row(image * locations).CopyTo(loudest);
            for (var location = 1; location < locations; location++)
            {
                TensorPrimitives.Max(loudest, activities.Row((image * locations) + location), loudest);
            }
        }

        return _loudest.RowRange(0, count);
    }

    public override int LikeliestLabel(int image) => TensorPrimitives.IndexOfMax<float>(_logits.Row(image));

    protected override void Run(ReadOnlySpan<byte> image)
    {
        _batch.Load(image);
        _logits = _net.Forward(_batch.Images);
    }

    protected override ReadOnlySpan<float> Probabilities(int image)
    {
        Softmax.Row(_logits.Row(image), _probabilities);
        return _probabilities;
    }

    protected override void Release()
    {
        _net.Dispose();
        _batch.Dispose();
        _loudest?.Dispose();
    }
}
