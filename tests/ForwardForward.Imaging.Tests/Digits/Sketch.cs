using System.Numerics;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;

namespace ForwardForward.Imaging.Tests.Digits;

/// <summary>How a picture is stored.</summary>
public enum FileKind
{
    Png,
    Jpeg,
}

/// <summary>Pictures of drawings as people would send them.</summary>
internal static class Sketch
{
    public static byte[] Of(
        PointF[][] drawing, int width, int height, float pen, Color paper, Color ink, float scale = 1, float x = 0, float y = 0,
        FileKind kind = FileKind.Png, Func<int, int, float>? shade = null, Func<int, float>? pens = null) =>
        Of(drawing, width, height, pen, paper, ink, kind == FileKind.Png ? new PngEncoder() : new JpegEncoder { Quality = 85 }, scale, x, y, shade, pens);

    public static byte[] Of(
        PointF[][] drawing, int width, int height, float pen, Color paper, Color ink, IImageEncoder encoder, float scale = 1, float x = 0, float y = 0,
        Func<int, int, float>? shade = null, Func<int, float>? pens = null)
    {
        var cover = new float[width * height];
        for (var i = 0; i < drawing.Length; i++)
        {
            var points = drawing[i].Select(point => new Vector2((point.X * scale) + x, (point.Y * scale) + y)).ToArray();
            for (var k = 0; k < points.Length; k++)
            {
                Cover(cover, width, points[Math.Max(0, k - 1)], points[k], (pens?.Invoke(i) ?? pen) * scale / 2);
            }
        }

        using var image = new Image<Rgba32>(width, height);
        for (var i = 0; i < cover.Length; i++)
        {
            var pixel = Over(paper.ToPixel<Rgba32>(), ink.ToPixel<Rgba32>(), cover[i]);
            var share = shade?.Invoke(i % width, i / width) ?? 1;
            image[i % width, i / width] = new Rgba32((byte)(pixel.R * share), (byte)(pixel.G * share), (byte)(pixel.B * share), pixel.A);
        }

        using var stream = new MemoryStream();
        image.Save(stream, encoder);
        return stream.ToArray();
    }

    // A round pen whose edge is one pixel soft.
    private static void Cover(float[] cover, int width, Vector2 from, Vector2 to, float radius)
    {
        var height = cover.Length / width;
        var reach = new Vector2(radius + 1);
        var (least, most) = (Vector2.Min(from, to) - reach, Vector2.Max(from, to) + reach);
        var along = to - from;
        for (var y = Math.Max(0, (int)least.Y); y < Math.Min(height, most.Y); y++)
        {
            for (var x = Math.Max(0, (int)least.X); x < Math.Min(width, most.X); x++)
            {
                var offset = new Vector2(x + 0.5f, y + 0.5f) - from;
                var nearest = along * Math.Clamp(Vector2.Dot(offset, along) / Math.Max(along.LengthSquared(), 1e-12f), 0, 1);
                ref var here = ref cover[(y * width) + x];
                here = Math.Max(here, Math.Clamp(radius - (offset - nearest).Length() + 0.5f, 0, 1));
            }
        }
    }

    private static Rgba32 Over(Rgba32 paper, Rgba32 ink, float cover)
    {
        if (paper.A == 0)
        {
            return new Rgba32(ink.R, ink.G, ink.B, (byte)MathF.Round(255 * cover));
        }

        byte Mix(byte from, byte to) => (byte)MathF.Round(from + ((to - from) * cover));
        return new Rgba32(Mix(paper.R, ink.R), Mix(paper.G, ink.G), Mix(paper.B, ink.B), (byte)255);
    }
}
