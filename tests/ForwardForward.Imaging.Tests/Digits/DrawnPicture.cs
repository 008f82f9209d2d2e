using SkiaSharp;

namespace ForwardForward.Imaging.Tests.Digits;

/// <summary>Picture files for tests, made with nothing but the encoder.</summary>
internal static class DrawnPicture
{
    /// <summary>Strokes drawn as a pen would, on ground of one colour.</summary>
    public static byte[] Of(PointF[][] strokes, int side, float pen, SKColor ink, SKColor ground, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using var bitmap = new SKBitmap(side, side);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(ground);
        using var paint = new SKPaint
        {
            Color = ink,
            StrokeWidth = pen,
            Style = SKPaintStyle.Stroke,
            StrokeCap = SKStrokeCap.Round,
            StrokeJoin = SKStrokeJoin.Round,
            IsAntialias = true,
        };
        foreach (var stroke in strokes)
        {
            for (var i = 1; i < stroke.Length; i++)
            {
                canvas.DrawLine(stroke[i - 1].X, stroke[i - 1].Y, stroke[i].X, stroke[i].Y, paint);
            }
        }

        return Encode(bitmap, format);
    }

    /// <summary>Bytes of ink (255 is full) as a grey picture with light ink on dark ground.</summary>
    public static byte[] OfPixels(ReadOnlySpan<byte> pixels, int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        for (var i = 0; i < pixels.Length; i++)
        {
            bitmap.SetPixel(i % width, i / width, new SKColor(pixels[i], pixels[i], pixels[i]));
        }

        return Encode(bitmap, SKEncodedImageFormat.Png);
    }

    private static byte[] Encode(SKBitmap bitmap, SKEncodedImageFormat format)
    {
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(format, 95);
        return data.ToArray();
    }
}
