using ForwardForward.Frames;

namespace ForwardForward.Learning.Backprop;

/// <summary>What stages make of the shape of an image.</summary>
internal static class ImageShapes
{
    /// <summary>After a convolution without padding.</summary>
    public static ImageShape Convolved(this ImageShape shape, int fieldSide, int channels) =>
        new(shape.Width - fieldSide + 1, shape.Height - fieldSide + 1, channels);

    /// <summary>After pooling in squares of two; an odd last row or column is left out.</summary>
    public static ImageShape Pooled(this ImageShape shape) => new(shape.Width / 2, shape.Height / 2, shape.Channels);
}
