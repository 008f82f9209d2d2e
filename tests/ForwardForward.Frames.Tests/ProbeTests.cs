using System.Text;

namespace ForwardForward.Frames.Tests;

public sealed class ProbeTests
{
    [Fact]
    public void PicturesHaveTheirShapesBytes()
    {
        var probe = Probe.Picture(new(9, 7, 3));
        Assert.Null(probe.ProblemWith(new byte[189]));
        Assert.Equal("There are 10 bytes; a picture of 9 x 7 x 3 has 189.", probe.ProblemWith(new byte[10]));
        Assert.Null(Probe.Drawing(new(28, 28)).ProblemWith(new byte[784]));
    }

    [Fact]
    public void TextsStayInTheirAlphabet()
    {
        var probe = Probe.Text("abc ", 5);
        Assert.Null(probe.ProblemWith("a cab"u8));
        Assert.Equal("Character 2 of the text is 'X', which this network does not know; it knows \"abc \".", probe.ProblemWith("aX"u8));
        Assert.Equal("The text has 6 characters; at most 5 are taken.", probe.ProblemWith(Encoding.UTF8.GetBytes("aaaaaa")));
        Assert.Equal("The text is not UTF-8.", probe.ProblemWith([0xff]));
    }

    [Fact]
    public void NumbersHaveFourBytesEach()
    {
        Assert.Null(Probe.Latent(3).ProblemWith(new byte[12]));
        Assert.Contains("3 float32 numbers have 12", Probe.Latent(3).ProblemWith(new byte[11]), StringComparison.Ordinal);
        Assert.Contains("cannot be asked", Probe.None.ProblemWith([]), StringComparison.Ordinal);
    }
}
