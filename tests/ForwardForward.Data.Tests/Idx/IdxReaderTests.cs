using ForwardForward.Data.Idx;

namespace ForwardForward.Data.Tests.Idx;

public sealed class IdxReaderTests
{
    private static readonly byte[] Values = IdxBytes.Values(5 * 4 * 3);
    private static readonly byte[] Images = IdxBytes.File([5, 4, 3], Values);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReadsPlainAndGzip(bool gzip)
    {
        var array = Read(gzip ? IdxBytes.Gzip(Images) : Images);
        Assert.Equal([5, 4, 3], array.Dimensions);
        Assert.Equal(Values, array.Values);
    }

    [Fact]
    public void HashIsThatOfTheUnpackedFile() => Assert.Equal(
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Images)), Read(IdxBytes.Gzip(Images)).Sha256());

    [Fact]
    public void WhatIsWrittenIsReadAgain()
    {
        using var stream = new MemoryStream();
        Read(Images).WriteTo(stream);
        Assert.Equal(Images, stream.ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RefusesWrongMagic(bool gzip)
    {
        var file = IdxBytes.File([60], Values);
        Assert.Equal(
            "digits starts with magic 0x00000801; an IDX file of unsigned bytes with 3 dimensions starts with 0x00000803.",
            Fault(gzip ? IdxBytes.Gzip(file) : file));
    }

    [Fact]
    public void RefusesOtherElementTypes() => Assert.Contains("magic 0x00000d03", Fault(IdxBytes.File([5, 4, 3], Values, 0xd03)));

    [Fact]
    public void EveryTruncationIsNoticed()
    {
        var packed = IdxBytes.Gzip(Images);
        for (var length = 0; length < Images.Length; length++)
        {
            Assert.Contains("truncated", Fault(Images[..length]));
        }

        for (var length = 0; length < packed.Length; length++)
        {
            Fault(packed[..length]);
        }
    }

    [Fact]
    public void EveryChangedByteOfAGzipFileIsNoticedOrHarmless()
    {
        var packed = IdxBytes.Gzip(Images);

        // Time, system and padding bits may change without harm.
        for (var i = 0; i < packed.Length; i++)
        {
            var broken = packed.ToArray();
            broken[i] ^= 0x10;
            Assert.True(IsRefusedOrSame(broken), $"Byte {i} of {packed.Length} changes the values unnoticed.");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RefusesTrailingGarbage(bool gzip)
    {
        byte[] garbage = [1, 2, 3, 4, 5, 6, 7];
        Assert.Contains("extra bytes at its end", Fault(gzip ? [.. IdxBytes.Gzip(Images), .. garbage] : [.. Images, .. garbage]));
        Assert.Contains("extra bytes at its end", Fault(IdxBytes.Gzip([.. Images, .. garbage])));
    }

    [Fact]
    public void RefusesMoreValuesThanAllowedWithoutTakingMemory()
    {
        Assert.Equal("digits declares 5 x 4 x 3 values; at most 59 are accepted.", Fault(Images, 59));
        Assert.Contains("declares 2147483647 x 2147483647 x 2147483647 values", Fault(IdxBytes.File([int.MaxValue, int.MaxValue, int.MaxValue], Values)));
        Assert.Contains("truncated", Fault(IdxBytes.File([1 << 20, 28, 28], Values), 1L << 40));
    }

    [Fact]
    public void RefusesNegativeDimensions() => Assert.Contains("declares 5 x -4 x 3", Fault(IdxBytes.File([5, -4, 3], Values)));

    private static IdxArray Read(byte[] file, long maximum = IdxReader.DefaultMaximumValues)
    {
        using var stream = new MemoryStream(file);
        return IdxReader.Read(stream, "digits", 3, maximum);
    }

    private static bool IsRefusedOrSame(byte[] file)
    {
        try
        {
            return Read(file).Values.SequenceEqual(Values);
        }
        catch (DataFormatException)
        {
            return true;
        }
    }

    private static string Fault(byte[] file, long maximum = IdxReader.DefaultMaximumValues) =>
        Assert.Throws<DataFormatException>(() => Read(file, maximum)).Message;
}
