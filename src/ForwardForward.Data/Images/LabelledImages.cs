namespace ForwardForward.Data.Images;

/// <summary>Grey images with labels, as bytes: 0 is background, 255 full ink. Immutable once made.</summary>
public sealed class LabelledImages
{
    private readonly byte[] _pixels;
    private readonly byte[] _labels;

    /// <summary>Takes over <paramref name="pixels"/> <c>[count * height * width]</c>, image after image, row after row, and <paramref name="labels"/> <c>[count]</c>.</summary>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    public LabelledImages(int width, int height, byte[] pixels, byte[] labels)
    {
        if ((long)width * height * labels.Length != pixels.Length)
        {
            throw new ArgumentException(
                $"{labels.Length} images of {width} x {height} need {(long)width * height * labels.Length} pixels; got {pixels.Length}.", nameof(pixels));
        }

        (Width, Height, _pixels, _labels) = (width, height, pixels, labels);
    }

    /// <summary>Width of an image in pixels.</summary>
    public int Width { get; }

    /// <summary>Height of an image in pixels.</summary>
    public int Height { get; }

    /// <summary>Pixels of one image.</summary>
    public int PixelsPerImage => Width * Height;

    /// <summary>How many images there are.</summary>
    public int Count => _labels.Length;

    /// <summary>All labels, <c>[count]</c>.</summary>
    public ReadOnlySpan<byte> Labels => _labels;

    /// <summary>The pixels of one image, <c>[height * width]</c>.</summary>
    public ReadOnlySpan<byte> Image(int index) => _pixels.AsSpan(checked(index * PixelsPerImage), PixelsPerImage);

    /// <summary>The images from <paramref name="start"/> on, as a copy of their own.</summary>
    public LabelledImages Slice(int start, int count) => new(
        Width,
        Height,
        _pixels.AsSpan(checked(start * PixelsPerImage), checked(count * PixelsPerImage)).ToArray(),
        _labels.AsSpan(start, count).ToArray());
}
