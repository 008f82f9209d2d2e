using SkiaSharp;

namespace ForwardForward.Imaging.Digits;

/// <summary>Decodes PNG and JPEG files to brightness, after their headers have been checked.</summary>
internal static class PictureDecoder
{
    // A JPEG decoder skips work when fewer pixels are wanted; this many are plenty for a digit.
    private const float EnoughPixels = 640;

    /// <summary>Brightness 0 to 255, as a person sees the picture: transparency laid on a ground, orientation of the camera undone.</summary>
    public static GreyPicture Decode(ReadOnlySpan<byte> file)
    {
        var header = PictureHeader.Read(file);
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data) ?? throw PictureHeader.Broken();
        var size = header.IsPng ? codec.Info.Size : codec.GetScaledDimensions(Math.Min(1, EnoughPixels / Math.Max(header.Width, header.Height)));
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        var pixels = new byte[info.BytesSize];
        if (codec.GetPixels(info, pixels) != SKCodecResult.Success)
        {
            throw PictureHeader.Broken();
        }

        return Oriented(Transparency.LayOnGround(pixels, size.Width, size.Height), codec.EncodedOrigin);
    }

    private static GreyPicture Oriented(GreyPicture picture, SKEncodedOrigin origin) => origin switch
    {
        SKEncodedOrigin.TopRight => picture.Mirrored(),
        SKEncodedOrigin.BottomRight => picture.Mirrored().Flipped(),
        SKEncodedOrigin.BottomLeft => picture.Flipped(),
        SKEncodedOrigin.LeftTop => picture.Transposed(),
        SKEncodedOrigin.RightTop => picture.Transposed().Mirrored(),
        SKEncodedOrigin.RightBottom => picture.Transposed().Mirrored().Flipped(),
        SKEncodedOrigin.LeftBottom => picture.Transposed().Flipped(),
        _ => picture,
    };
}
