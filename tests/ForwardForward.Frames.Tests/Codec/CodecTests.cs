using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using ForwardForward.Frames.Codec;

namespace ForwardForward.Frames.Tests.Codec;

public sealed class CodecTests
{
    [Fact]
    public void AnyFrameComesBackFromJson() => AnyFrame.Any.Sample(frame => SameFrame.Check(frame, FrameJson.Read(FrameJson.Write(frame))));

    [Fact]
    public void AnyFrameComesBackFromMessagePack() => AnyFrame.Any.Sample(frame => SameFrame.Check(frame, FrameMessagePack.Read(FrameMessagePack.Write(frame))));

    [Fact]
    public void AnyFrameComesBackFromDisk() => AnyFrame.Any.Sample(frame => SameFrame.Check(frame, FrameFile.Read(FrameFile.Write(frame))));

    [Fact]
    public void AFrameThatWasWrittenOnceIsWrittenAlikeEverAfter() => AnyFrame.Any.Sample(frame =>
    {
        var once = FrameMessagePack.Read(FrameMessagePack.Write(frame));
        Assert.Equal(FrameMessagePack.Write(once), FrameMessagePack.Write(FrameMessagePack.Read(FrameMessagePack.Write(once))));
        Assert.Equal(FrameJson.Write(once), FrameJson.Write(FrameMessagePack.Read(FrameMessagePack.Write(once))));
    });

    [Fact]
    public void TheSerializerOfTheFrameworkTakesTheConverter()
    {
        var options = new JsonSerializerOptions { Converters = { new FrameJson() } };
        Frame frame = new TextFrame(3, "ab", [1, float.NaN]) { Measure = "surprise" };
        var text = JsonSerializer.Serialize(new Dictionary<string, Frame> { ["it"] = frame }, options);

        SameFrame.Check(frame, JsonSerializer.Deserialize<Dictionary<string, Frame>>(text, options)!["it"]);
        Assert.Equal("Text", JsonSerializer.Deserialize<TextFrame>(JsonSerializer.Serialize(frame, options), options)!.Kind.ToString());
        Assert.Contains("GridFrame was expected", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<GridFrame>(JsonSerializer.Serialize(frame, options), options)).Message, StringComparison.Ordinal);
        Assert.Contains("kind is missing", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Frame>("{\"step\":1}", options)).Message, StringComparison.Ordinal);
    }

    /// <summary>What clients and files of today rely on.</summary>
    [Fact]
    public void TheFormsDoNotChange()
    {
        var image = new ImageFrame(7, new(2, 1), ImageRange.Signed, [1, -0.5f, float.NaN, 0]) { First = 4, Captions = ["a", "b"] };
        var grid = new GridFrame(8, ["cat", "dog"], [new("share", "share", 0.5)], [0.25f, float.NaN]) { Display = GridDisplay.Bars, Mark = new(0, null, "prediction") };

        Assert.Equal(
            """{"kind":"image","step":7,"width":2,"height":1,"channels":1,"range":"signed","first":4,"captions":["a","b"],"coding":"signed8","scales":[0.007874016,0],"values":"f8CAAA=="}""",
            Encoding.UTF8.GetString(FrameJson.Write(image)));
        Assert.Equal(
            """{"kind":"grid","step":8,"rows":["cat","dog"],"columns":[{"name":"share","unit":"share","threshold":0.5}],"values":[0.25,null],"display":"bars","mark":{"row":0,"meaning":"prediction"}}""",
            Encoding.UTF8.GetString(FrameJson.Write(grid)));
        Assert.Equal(
            "46464652010000004c000000" + "????????" + "87a46b696e64a474657874a47374657003a474657874a26869a572616e6765a57368617265a466756c6ccb4010000000000000a5676976656e01a676616c75657392ca3f800000caffc00000",
            Masked(FrameFile.Write(new TextFrame(3, "hi", [1, float.NaN]) { Full = 4, Given = 1 })));
    }

    [Fact]
    public void FieldsOfJsonMayStandInAnyOrderAndWhatIsUsualMayBeLeftOut()
    {
        var frame = FrameJson.Read("""{ "values": [1, null], "columns": [{"name": "a"}], "rows": ["x", "y"], "step": 2, "unknown": true, "kind": "grid" }"""u8.ToArray());
        SameFrame.Check(new GridFrame(2, ["x", "y"], [new("a")], [1, float.NaN]), frame);
    }

    [Fact]
    public void MessagePackOfOtherWritersIsReadToo()
    {
        // Map of 16 bits, texts of 8, numbers as double and as whole ones.
        byte[] bytes = [0xde, 0, 4, 0xd9, 4, .. "kind"u8, 0xd9, 4, .. "text"u8, 0xa4, .. "step"u8, 0xcd, 1, 0, 0xa4, .. "text"u8, 0xa2, .. "hi"u8, 0xa6, .. "values"u8, 0xdc, 0, 2, 0xcb, 0x3f, 0xf0, 0, 0, 0, 0, 0, 0, 3];
        SameFrame.Check(new TextFrame(256, "hi", [1, 3]), FrameMessagePack.Read(bytes));
    }

    [Fact]
    public void ManyTilesTakeAByteAValue()
    {
        var frame = new ImageFrame(1, new(28, 28), ImageRange.Signed, new float[784 * 100]);
        Assert.InRange(FrameMessagePack.Write(frame).Length, 78_400, 79_200);
    }

    private static string Masked(byte[] file)
    {
        var text = Convert.ToHexStringLower(file);
        return text[..24] + "????????" + text[32..];
    }
}
