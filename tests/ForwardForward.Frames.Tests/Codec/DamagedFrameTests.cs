using System.Text;
using CsCheck;
using ForwardForward.Frames.Codec;

namespace ForwardForward.Frames.Tests.Codec;

/// <summary>Whatever the bytes are, the answer is a frame or a sentence.</summary>
public sealed class DamagedFrameTests
{
    private static readonly Gen<(Frame Frame, int At, byte Value, int Cut)> Damage = Gen.Select(AnyFrame.Any, Gen.Int[0, 100_000], Gen.Byte, Gen.Int[0, 100_000]);

    [Fact]
    public void DamagedFilesAreRefused() => Damage.Sample(damage =>
    {
        var file = FrameFile.Write(damage.Frame);
        file[damage.At % file.Length] ^= (byte)(damage.Value | 1);
        Refused(() => FrameFile.Read(file));
    });

    [Fact]
    public void FilesThatWereCutShortOrGrewAreRefused() => Damage.Sample(damage =>
    {
        var file = FrameFile.Write(damage.Frame);
        Refused(() => FrameFile.Read(file.AsSpan(0, damage.Cut % file.Length)));
        Refused(() => FrameFile.Read([.. file, 0]));
    });

    [Fact]
    public void DamagedMessagePackGivesAFrameOrASentence() => Damage.Sample(damage =>
    {
        var bytes = FrameMessagePack.Write(damage.Frame);
        bytes[damage.At % bytes.Length] = damage.Value;
        FrameOrSentence(() => FrameMessagePack.Read(bytes));
        Refused(() => FrameMessagePack.Read(bytes.AsSpan(0, 0)));
    });

    [Fact]
    public void DamagedJsonGivesAFrameOrASentence() => Damage.Sample(damage =>
    {
        var bytes = FrameJson.Write(damage.Frame);
        bytes[damage.At % bytes.Length] = damage.Value;
        FrameOrSentence(() => FrameJson.Read(bytes));
        Refused(() => FrameJson.Read(bytes.AsMemory(0, damage.Cut % bytes.Length)));
    });

    [Fact]
    public void AnyBytesAreAFrameOrASentence() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        FrameOrSentence(() => FrameMessagePack.Read(bytes));
        FrameOrSentence(() => FrameJson.Read(bytes));
        Refused(() => FrameFile.Read(bytes));
    });

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("[]", "A frame is a JSON object")]
    [InlineData("""{"kind":"film","step":1}""", "kind is \"film\"; it must be one of image, grid, series, histogram, text, group")]
    [InlineData("""{"kind":"grid"}""", "step is missing")]
    [InlineData("""{"kind":"grid","step":-1,"rows":[],"columns":[],"values":[]}""", "step is -1")]
    [InlineData("""{"kind":"grid","step":1,"rows":["a"],"columns":[{"name":"b"}],"values":[1,2]}""", "2 values do not fill a grid of 1 rows and 1 columns")]
    [InlineData("""{"kind":"grid","step":1,"rows":["a",1],"columns":[],"values":[]}""", "rows is an array of several things")]
    [InlineData("""{"kind":"grid","step":1,"step":2}""", "step stands there twice")]
    [InlineData("""{"kind":"image","step":1,"width":2000000000,"height":2000000000,"range":"share","coding":"share8","values":""}""", "cannot be shown")]
    [InlineData("""{"kind":"image","step":1,"width":2,"height":2,"range":"share","coding":"share8","values":"AAA="}""", "2 values do not fill whole images of 2 x 2")]
    [InlineData("""{"kind":"image","step":1,"width":2,"height":1,"range":"signed","coding":"signed8","scales":[1,1],"values":"AAA="}""", "scales has 2 numbers; 1 are needed")]
    [InlineData("""{"kind":"image","step":1,"width":2,"height":1,"range":"share","coding":"share8","values":"!"}""", "values is not base64")]
    [InlineData("""{"kind":"image","step":1,"width":2,"height":1,"range":"share","coding":"jpeg","values":""}""", "coding is \"jpeg\"")]
    [InlineData("""{"kind":"text","step":1,"text":"ab","values":[1]}""", "1 values for 2 characters")]
    public void TheSentenceNamesWhatIsWrong(string json, string part) =>
        Assert.Contains(part, Assert.Throws<FrameFormatException>(() => FrameJson.Read(Encoding.UTF8.GetBytes(json))).Message, StringComparison.Ordinal);

    [Fact]
    public void LengthsThatTheBytesCannotFillCostNothing()
    {
        Assert.Contains("end too early", Refused(() => FrameMessagePack.Read([0xdd, 0x7f, 0xff, 0xff, 0xff])), StringComparison.Ordinal);
        Assert.Contains("end too early", Refused(() => FrameMessagePack.Read([0x81, 0xa1, (byte)'a', 0xc6, 0xff, 0xff, 0xff, 0xff])), StringComparison.Ordinal);
        Assert.Contains("no part of a frame has more than 32", Refused(() => FrameMessagePack.Read([0xdf, 0, 0, 1, 0])), StringComparison.Ordinal);
        Assert.Contains("deeper", Refused(() => FrameMessagePack.Read(Enumerable.Repeat((byte)0x91, 5000).ToArray())), StringComparison.Ordinal);
        Refused(() => FrameJson.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 5000)))));
    }

    [Fact]
    public void AFileOfALaterVersionIsNamed()
    {
        var file = FrameFile.Write(new GroupFrame(1, []));
        file[4] = 2;
        Assert.Contains("written in version 2", Refused(() => FrameFile.Read(file)), StringComparison.Ordinal);
    }

    private static string Refused(Func<Frame> read)
    {
        var sentence = Assert.Throws<FrameFormatException>(() => { read(); }).Message;
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        return sentence;
    }

    private static void FrameOrSentence(Func<Frame> read)
    {
        try
        {
            Assert.NotNull(read());
        }
        catch (FrameFormatException exception)
        {
            Assert.NotEmpty(exception.Message);
        }
    }
}
