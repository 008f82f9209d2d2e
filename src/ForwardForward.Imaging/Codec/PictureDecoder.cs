using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.PixelFormats;

namespace ForwardForward.Imaging.Codec;

/// <summary>Decodes PNG and JPEG files, after their headers have been checked and within bounded memory.</summary>
internal static class PictureDecoder
{
    // What is not looked at cannot be attacked: text, profiles and thumbnails stay unread. Orientation is read with the header.
    private static readonly PngDecoder Png = new() { IgnoreMetadata = true };
    private static readonly JpegDecoder Jpeg = new() { IgnoreMetadata = true };

    /// <summary>The pixels of a file; the caller disposes of them.</summary>
    /// <exception cref="ArgumentException">It is no such picture, is broken, or is too large; the message says what is allowed.</exception>
    public static DecodedPicture Decode(ReadOnlySpan<byte> file) =>
        Decode(file, new DecodingMemory(PictureLimits.DecodingMegabytes * 1_000_000L));

    /// <summary>The same within memory of the caller's.</summary>
    internal static DecodedPicture Decode(ReadOnlySpan<byte> file, MemoryAllocator memory)
    {
        var header = PictureHeader.Read(file);

        // A configuration of our own knows no format at all: the two decoders are called by name, and no other one can be.
        var configuration = new Configuration { MemoryAllocator = memory, MaxDegreeOfParallelism = 1 };
        using var stream = new MemoryStream(file.ToArray(), writable: false);
        try
        {
            Image image = header.IsPng
                ? Png.Decode<Rgba32>(configuration, stream, CancellationToken.None)
                : Jpeg.Decode<Rgb24>(configuration, stream, CancellationToken.None);
            if ((image.Width, image.Height) == (header.Width, header.Height))
            {
                return new DecodedPicture(image, header.Orientation);
            }

            image.Dispose();
        }
        catch (Exception exception) when (IsAboutMemory(exception) && !header.IsPng)
        {
            throw new ArgumentException(
                $"The picture takes more than {PictureLimits.DecodingMegabytes} MB to decode; send a smaller one, or save it as an ordinary JPEG, not a progressive one.", exception);
        }
        catch (Exception exception)
        {
            // A damaged file makes a decoder throw nearly anything, from its own exceptions to an index out of range.
            throw PictureHeader.Broken(exception);
        }

        throw PictureHeader.Broken();
    }

    private static bool IsAboutMemory(Exception? exception) =>
        exception is InvalidMemoryOperationException || (exception is not null && IsAboutMemory(exception.InnerException));
}
