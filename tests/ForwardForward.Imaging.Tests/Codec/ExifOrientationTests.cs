using ForwardForward.Imaging.Codec;

namespace ForwardForward.Imaging.Tests.Codec;

public sealed class ExifOrientationTests
{
    private static readonly byte[] BigEndian = [.. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 2, 0x01, 0x0f, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0];
    private static readonly byte[] LittleEndian = [.. "II"u8, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0];

    [Fact]
    public void BothByteOrdersAreRead() => Assert.Equal((6, 8), (ExifOrientation.Read(BigEndian), ExifOrientation.Read(LittleEndian)));

    [Fact]
    public void WhatIsDamagedIsUpright()
    {
        for (var length = 0; length < BigEndian.Length - 2; length++)
        {
            Assert.Equal(1, ExifOrientation.Read(BigEndian.AsSpan(0, length)));
        }

        foreach (var value in new byte[] { 0, 9, 255 })
        {
            byte[] wrong = [.. LittleEndian];
            wrong[18] = value;
            Assert.Equal(1, ExifOrientation.Read(wrong));
        }

        byte[] elsewhere = [.. BigEndian];
        elsewhere.AsSpan(4, 4).Fill(0xff);
        Assert.Equal(1, ExifOrientation.Read(elsewhere));
    }
}
