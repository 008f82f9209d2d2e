using System.Numerics.Tensors;
using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Exciting;
using ForwardForward.Numerics;

namespace ForwardForward.Learning.Baselines;

/// <summary>
/// What a layer of a backprop net says; a convolutional unit says what its loudest location says. It owns the net, a copy of the trainer's.
/// </summary>
internal sealed class BackpropActivityReader(BackpropNet net, int layer, int pixels, int capacity) : IActivityReader
{
    private readonly PixelBatch _batch = new(capacity, pixels);
    private readonly Matrix _loudest = new(capacity, net.Learnt[layer].Activities.Columns);

    public int Capacity => capacity;

    public MatrixView Read(ImageSet images, int first, int count)
    {
        _batch.Load(images, first, count);
        net.Forward(_batch.Images);
        var activities = net.Learnt[layer].Activities;
        var locations = activities.Rows / capacity;
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

    public void Dispose()
    {
        net.Dispose();
        _batch.Dispose();
        _loudest.Dispose();
    }
}
