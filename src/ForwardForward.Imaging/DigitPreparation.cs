using ForwardForward.Imaging.Codec;
using ForwardForward.Imaging.Digits;

namespace ForwardForward.Imaging;

/// <summary>
/// Turns drawings and pictures of a digit into 28 x 28 bytes (0 background, 255 ink) that look as MNIST's do: bounding box fitted into
/// 20 x 20, anti-aliased, centre of mass in the middle, strokes about as wide as MNIST's.
/// </summary>
public static class DigitPreparation
{
    /// <summary>Width and height of a prepared digit.</summary>
    public const int Size = 28;

    /// <summary>Longer side of the ink in a prepared digit.</summary>
    public const int Box = 20;

    /// <summary>Strokes that a drawing may have.</summary>
    public const int MaximumStrokes = 1000;

    /// <summary>Points that a drawing may have, all strokes together.</summary>
    public const int MaximumPoints = 100_000;

    /// <summary>Bytes that a picture's file may have.</summary>
    public const int MaximumFileBytes = PictureLimits.FileBytes;

    /// <summary>Width and height that a picture may have.</summary>
    public const int MaximumPictureSide = PictureLimits.Side;

    /// <summary>Pixels that a picture may have.</summary>
    public const int MaximumPicturePixels = PictureLimits.Pixels;

    /// <summary>Draws strokes (points in any one unit) as a digit; null when there is no ink.</summary>
    /// <exception cref="ArgumentException">Too many strokes or points, or a coordinate that is no finite number; the message says which and what is allowed.</exception>
    public static byte[]? FromStrokes(IReadOnlyList<IReadOnlyList<PointF>> strokes)
    {
        StrokeLimits.Check(strokes);
        return strokes.Any(stroke => stroke.Count > 0) ? StrokeDrawing.Draw(strokes) : null;
    }

    /// <summary>Reads a PNG or JPEG (dark ink on light ground or the reverse); null when there is no ink.</summary>
    /// <exception cref="ArgumentException">It is no such picture, is broken, or is too large; the message says what is allowed.</exception>
    public static byte[]? FromPicture(ReadOnlySpan<byte> file)
    {
        using var picture = PictureDecoder.Decode(file);
        return PictureReading.Read(picture);
    }
}

/// <summary>A point of a stroke; y grows downwards.</summary>
public readonly record struct PointF(float X, float Y);
