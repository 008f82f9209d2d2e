using Bunit;
using ForwardForward.Frames;
using ForwardForward.Testing;
using ForwardForward.Web.Lab.Frames;
using ForwardForward.Web.Tests.Components;

namespace ForwardForward.Web.Tests.Lab.Frames;

public sealed class TextFrameViewTests : ComponentTest<TextFrameView>
{
    [Fact]
    public void EveryCharacterIsThereInOrderAndHasItsValue()
    {
        var frame = FrameSamples.Continuation();
        var view = View(frame);
        Assert.Equal(frame.Text, view.Find(".characters").TextContent);
        Assert.Equal("The fox, who h", view.Find(".characters .given").TextContent);
        var spans = view.FindAll(".characters span");
        Assert.Equal("x: 7.40\u00a0bits", spans[^3].GetAttribute("title"));
        Assert.Equal("--tint:51%", spans[^3].GetAttribute("style"));
        Assert.Contains("surprise", view.Find(".legend").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void SpacesAndEndsOfLinesAreNamed() =>
        Assert.Equal(["space: 1", "end of line: 2", "🙂: 3"], View(new TextFrame(0, " \n🙂", [1, 2, 3])).FindAll(".characters span").Select(span => span.GetAttribute("title")));

    [Fact]
    public void SignedValuesHaveTwoColoursAndMissingOnesNone()
    {
        var view = View(new TextFrame(0, "abc", [-1, 1, float.NaN]) { Range = ImageRange.Signed });
        Assert.Equal(["minus", "plus", ""], view.FindAll(".characters span").Select(span => span.ClassName!.Trim()));
    }

    private IRenderedComponent<TextFrameView> View(TextFrame frame) => Render<TextFrameView>(parameters => parameters.Add(one => one.Frame, frame).Add(one => one.Label, "Continuation"));
}
