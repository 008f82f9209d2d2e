using System.Numerics.Tensors;
using ForwardForward.Frames;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Rows;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Backprop;

/// <summary>
/// The largest of every square of two by two locations, channel by channel: <c>[rows, h w c] -> [rows, (h / 2) (w / 2) c]</c>. Its derivative goes
/// to the first of the four that is the largest.
/// </summary>
internal sealed class PoolingLayer(Workers workers, int rows, ImageShape shape, bool learns) : ILayer
{
    private readonly Matrix _output = new(rows, shape.Pooled().Values);
    private readonly Matrix _derivative = new(learns ? rows : 0, shape.Pooled().Values);

    public int Inputs => shape.Values;

    public MatrixView Output => _output.View;

    public MatrixView Derivative => _derivative.View;

    public void Forward(MatrixView x) => workers.Run(new Pooling(shape, x, _output), x.Rows);

    public void Backward(MatrixView x, MatrixView? dx)
    {
        if (dx is { } destination)
        {
            workers.Run(new Unpooling(shape, x, _output, _derivative, destination), x.Rows);
        }
    }

    public void Dispose()
    {
        _output.Dispose();
        _derivative.Dispose();
    }

    private readonly struct Pooling(ImageShape shape, MatrixView x, MatrixView y) : IPieceJob
    {
        private readonly ImageShape _shape = shape;
        private readonly MatrixView _x = x;
        private readonly MatrixView _y = y;

        public void Run(int piece)
        {
            var image = _x.Row(piece);
            var (pooled, channels) = (_shape.Pooled(), _shape.Channels);
            for (var location = 0; location < pooled.Locations; location++)
            {
                var top = image[_shape.At(2 * (location / pooled.Width), 2 * (location % pooled.Width))..];
                var bottom = top[(_shape.Width * channels)..];
                var largest = _y.Row(piece).Slice(location * channels, channels);
                TensorPrimitives.Max(top[..channels], top.Slice(channels, channels), largest);
                TensorPrimitives.Max(largest, bottom[..channels], largest);
                TensorPrimitives.Max(largest, bottom.Slice(channels, channels), largest);
            }
        }
    }

    private readonly struct Unpooling(ImageShape shape, MatrixView x, MatrixView y, MatrixView dy, MatrixView dx) : IPieceJob
    {
        private readonly ImageShape _shape = shape;
        private readonly MatrixView _x = x;
        private readonly MatrixView _y = y;
        private readonly MatrixView _dy = dy;
        private readonly MatrixView _dx = dx;

        public void Run(int piece)
        {
            var (pooled, channels) = (_shape.Pooled(), _shape.Channels);
            _dx.Row(piece).Clear();
            for (var location = 0; location < pooled.Locations; location++)
            {
                var start = _shape.At(2 * (location / pooled.Width), 2 * (location % pooled.Width));
                var largest = _y.Row(piece).Slice(location * channels, channels);
                var derivative = _dy.Row(piece).Slice(location * channels, channels);
                ReadOnlySpan<float> top = _x.Row(piece).Slice(start, 2 * channels);
                ReadOnlySpan<float> bottom = _x.Row(piece).Slice(start + (_shape.Width * channels), channels);
                var topDerivative = _dx.Row(piece).Slice(start, 2 * channels);
                var bottomDerivative = _dx.Row(piece).Slice(start + (_shape.Width * channels), 2 * channels);
                Gates.RouteToLargest(
                    largest, derivative, top[..channels], top[channels..], bottom[..channels],
                    topDerivative[..channels], topDerivative[channels..], bottomDerivative[..channels], bottomDerivative[channels..]);
            }
        }
    }
}
