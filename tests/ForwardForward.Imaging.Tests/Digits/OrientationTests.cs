using System.Buffers.Binary;
using SixLabors.ImageSharp;

namespace ForwardForward.Imaging.Tests.Digits;

/// <summary>Cameras note how they were held (EXIF tag 0x0112) and leave the turning to the reader.</summary>
public sealed class OrientationTests
{
    /// <summary>Where the upright picture's point (x, y) lies in the stored one, by orientation, for a side of 300.</summary>
    private static readonly Func<PointF, PointF>[] Stored =
    [
        point => point,
        point => new(300 - point.X, point.Y),
        point => new(300 - point.X, 300 - point.Y),
        point => new(point.X, 300 - point.Y),
        point => new(point.Y, point.X),
        point => new(point.Y, 300 - point.X),
        point => new(300 - point.Y, 300 - point.X),
        point => new(300 - point.Y, point.X),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void PhotographsAreTurnedUpright(int orientation)
    {
        PointF[][] stored = [.. Drawing.Seven.Select(stroke => stroke.Select(Stored[orientation - 1]).ToArray())];
        var jpeg = Sketch.Of(stored, 300, 300, 26, Color.White, Color.Black, kind: FileKind.Jpeg);
        var image = DigitPreparation.FromPicture(WithOrientation(jpeg, (ushort)orientation))!;
        Assert.InRange(Drawing.Likeness(DigitPreparation.FromStrokes(Drawing.Seven)!, image), 0.93, 1.0001);
    }

    private static byte[] WithOrientation(byte[] jpeg, ushort orientation)
    {
        // APP1: length 34, "Exif", a big-endian TIFF header, one entry (tag, type "short", count 1, value), no further directory.
        byte[] segment =
        [
            0xff, 0xe1, 0, 34, .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0,
        ];
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(28), orientation);
        return [.. jpeg[..2], .. segment, .. jpeg[2..]];
    }
}
