using SkiaSharp;

namespace ForwardForward.Imaging.Tests.Digits;

/// <summary>Pictures of drawings as people would send them.</summary>
internal static class Sketch
{
    public static byte[] Of(
        PointF[][] drawing, int width, int height, float pen, SKColor paper, SKColor ink, float scale = 1, float x = 0, float y = 0,
        SKEncodedImageFormat format = SKEncodedImageFormat.Png, Func<int, int, float>? shade = null, Func<int, float>? pens = null)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        bitmap.Erase(paper);
        using var canvas = new SKCanvas(bitmap);
        for (var i = 0; i < drawing.Length; i++)
        {
            var radius = (pens?.Invoke(i) ?? pen) * scale / 2;
            using var brush = new SKPaint { IsAntialias = true, Color = ink, StrokeWidth = radius * 2, StrokeCap = SKStrokeCap.Round };
            var points = drawing[i].Select(point => new SKPoint((point.X * scale) + x, (point.Y * scale) + y)).ToArray();
            canvas.DrawCircle(points[0], radius, brush);
            for (var k = 1; k < points.Length; k++)
            {
                canvas.DrawLine(points[k - 1], points[k], brush);
            }
        }

        if (shade is not null)
        {
            bitmap.Pixels = [.. bitmap.Pixels.Select((pixel, i) => Shaded(pixel, shade(i % width, i / width)))];
        }

        using var data = bitmap.Encode(format, 85)!;
        return data.ToArray();
    }

    private static SKColor Shaded(SKColor pixel, float share) => new((byte)(pixel.Red * share), (byte)(pixel.Green * share), (byte)(pixel.Blue * share));
}
