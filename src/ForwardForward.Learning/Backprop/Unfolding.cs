using System.Numerics.Tensors;
using ForwardForward.Frames;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Backprop;

/// <summary>
/// Turns a convolution into a matrix product: every location of the result gets a row with the square of the image that it sees,
/// <c>[images, h w c] -> [images * locations, side * side * c]</c>. Each piece is one image.
/// </summary>
internal readonly struct Unfolding(ImageShape shape, int side, MatrixView images, MatrixView fields) : IPieceJob
{
    private readonly ImageShape _shape = shape;
    private readonly int _side = side;
    private readonly MatrixView _images = images;
    private readonly MatrixView _fields = fields;

    public void Run(int piece)
    {
        var result = _shape.Convolved(_side, 1);
        var width = _side * _shape.Channels;
        var image = _images.Row(piece);
        for (var location = 0; location < result.Locations; location++)
        {
            var field = _fields.Row((piece * result.Locations) + location);
            for (var row = 0; row < _side; row++)
            {
                image.Slice(_shape.At((location / result.Width) + row, location % result.Width), width).CopyTo(field[(row * width)..]);
            }
        }
    }
}

/// <summary>The transpose of <see cref="Unfolding"/>: adds up, for every value of an image, the derivatives from all fields that saw it.</summary>
internal readonly struct Folding(ImageShape shape, int side, MatrixView fields, MatrixView images) : IPieceJob
{
    private readonly ImageShape _shape = shape;
    private readonly int _side = side;
    private readonly MatrixView _fields = fields;
    private readonly MatrixView _images = images;

    public void Run(int piece)
    {
        var result = _shape.Convolved(_side, 1);
        var width = _side * _shape.Channels;
        var image = _images.Row(piece);
        image.Clear();
        for (var location = 0; location < result.Locations; location++)
        {
            var field = _fields.Row((piece * result.Locations) + location);
            for (var row = 0; row < _side; row++)
            {
                var seen = image.Slice(_shape.At((location / result.Width) + row, location % result.Width), width);
                TensorPrimitives.Add(seen, field.Slice(row * width, width), seen);
            }
        }
    }
}
