using ForwardForward.Frames;

namespace ForwardForward.Data.Images;

/// <summary>
/// Labelled images of one shape, as bytes: 0 is background, 255 full ink or full light. It may hold no images at all: then it describes
/// what images there would be. Immutable once made.
/// </summary>
public sealed class ImageSet
{
    /// <summary>A label is a byte, so there are at most so many classes.</summary>
    public const int MostClasses = 256;

    private readonly byte[] _pixels;
    private readonly byte[] _labels;

    /// <summary>
    /// Takes over <paramref name="pixels"/> <c>[count, height, width, channels]</c> and <paramref name="labels"/> <c>[count]</c>.
    /// </summary>
    /// <param name="shape">Shape of an image.</param>
    /// <param name="classes">Names of the classes; a label is an index into them.</param>
    /// <param name="pixels">The images, one after the other.</param>
    /// <param name="labels">Their labels.</param>
    /// <exception cref="ArgumentException">The shape is empty, there are no classes or too many, the lengths do not fit together, or a label has no class.</exception>
    public ImageSet(ImageShape shape, IReadOnlyList<string> classes, byte[] pixels, byte[] labels)
        : this(pixels, labels, shape, [.. classes])
    {
        if (shape.Width < 1 || shape.Height < 1 || shape.Channels < 1)
        {
            throw new ArgumentException($"An image has at least one pixel and one channel; got {shape.Width} x {shape.Height} x {shape.Channels}.", nameof(shape));
        }

        if (classes.Count is < 1 or > MostClasses)
        {
            throw new ArgumentException($"Images have 1 to {MostClasses} classes; got {classes.Count}.", nameof(classes));
        }

        if ((long)shape.Values * labels.Length != pixels.Length)
        {
            throw new ArgumentException(
                $"{labels.Length} images of {shape} need {(long)shape.Values * labels.Length} bytes; got {pixels.Length}.", nameof(pixels));
        }

        var wrong = labels.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)(classes.Count - 1));
        if (wrong >= 0)
        {
            throw new ArgumentException(
                $"Labels must be 0 to {classes.Count - 1}, one for each class; image {wrong} has a {labels[wrong]}.", nameof(labels));
        }
    }

    private ImageSet(byte[] pixels, byte[] labels, ImageShape shape, IReadOnlyList<string> classes) =>
        (_pixels, _labels, Shape, Classes) = (pixels, labels, shape, classes);

    /// <summary>Shape of an image.</summary>
    public ImageShape Shape { get; }

    /// <summary>Names of the classes; a label is an index into them.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>How many images there are.</summary>
    public int Count => _labels.Length;

    /// <summary>All labels, <c>[count]</c>.</summary>
    public ReadOnlySpan<byte> Labels => _labels;

    /// <summary>What images there would be, and none of them.</summary>
    /// <exception cref="ArgumentException">The shape is empty, or there are no classes or too many.</exception>
    public static ImageSet Described(ImageShape shape, IReadOnlyList<string> classes) => new(shape, classes, [], []);

    /// <summary>One image, <c>[height, width, channels]</c>.</summary>
    public ReadOnlySpan<byte> Image(int index) => _pixels.AsSpan(checked(index * Shape.Values), Shape.Values);

    /// <summary>The images from <paramref name="start"/> on, as a copy of their own.</summary>
    public ImageSet Slice(int start, int count) => new(
        _pixels.AsSpan(checked(start * Shape.Values), checked(count * Shape.Values)).ToArray(), _labels.AsSpan(start, count).ToArray(), Shape, Classes);

    /// <summary>So many black images of this shape, all of the first class: something to build a network on that is only looked at.</summary>
    public ImageSet Blank(int count) => new(new byte[checked(count * Shape.Values)], new byte[count], Shape, Classes);
}
