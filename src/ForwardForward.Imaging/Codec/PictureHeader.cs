namespace ForwardForward.Imaging.Codec;

/// <summary>
/// What a picture's file says of itself, read without decoding anything, so that a file that claims 60,000 x 60,000 pixels, was cut short or
/// is of a kind that is not read never comes to the decoder.
/// </summary>
/// <param name="IsPng">PNG, else JPEG.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Orientation">How the camera was held: 1 to 8 as in EXIF's tag 0x0112, 1 being upright.</param>
internal readonly record struct PictureHeader(bool IsPng, int Width, int Height, int Orientation)
{
    /// <summary>Reads and checks the header.</summary>
    /// <exception cref="ArgumentException">The picture is refused; the message says why and what is accepted.</exception>
    public static PictureHeader Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > PictureLimits.FileBytes)
        {
            throw new ArgumentException($"The picture's file has {file.Length} bytes; at most {PictureLimits.FileBytes} are accepted.");
        }

        if (PngStructure.IsPng(file))
        {
            var (width, height) = PngStructure.ReadSize(file);
            CheckSize(width, height);
            return new(true, width, height, PngStructure.CheckWhole(file));
        }

        if (JpegStructure.IsJpeg(file))
        {
            var jpeg = JpegStructure.Read(file);
            CheckSize(jpeg.Width, jpeg.Height);
            jpeg.CheckWhole(file);
            return new(false, jpeg.Width, jpeg.Height, jpeg.Orientation);
        }

        throw new ArgumentException("The file is neither a PNG nor a JPEG picture; only these two are read.");
    }

    /// <summary>The picture is of the right format but damaged.</summary>
    public static ArgumentException Broken(Exception? cause = null) => new("The picture is broken or incomplete; send a whole PNG or JPEG file.", cause);

    private static void CheckSize(int width, int height)
    {
        if (width <= 0 || height <= 0)
        {
            throw new ArgumentException(
                $"The picture claims to be {(uint)width} x {(uint)height} pixels; it must have between 1 and {PictureLimits.Side} a side.");
        }

        if (width > PictureLimits.Side || height > PictureLimits.Side || (long)width * height > PictureLimits.Pixels)
        {
            throw new ArgumentException(
                $"The picture is {width} x {height} pixels; at most {PictureLimits.Side} a side and {PictureLimits.Pixels} in all are accepted.");
        }
    }
}
