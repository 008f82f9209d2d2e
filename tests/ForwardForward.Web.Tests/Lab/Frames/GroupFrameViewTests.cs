using Bunit;
using ForwardForward.Frames;
using ForwardForward.Testing;
using ForwardForward.Web.Lab.Frames;
using ForwardForward.Web.Tests.Components;

namespace ForwardForward.Web.Tests.Lab.Frames;

public sealed class GroupFrameViewTests : ComponentTest<GroupFrameView>
{
    [Fact]
    public void PartsStandInOrderUnderTheirNames()
    {
        var view = View(FrameSamples.Pair());
        Assert.Equal(["The pair", "What layers say", "What was read"], view.FindAll("div.group > section > p.name").Select(heading => heading.TextContent));
        Assert.NotNull(view.Find("section.wide .characters"));
    }

    [Fact]
    public void AnEmptyGroupSaysSo() => Assert.Contains("nothing", View(new GroupFrame(0, [])).Find("p").TextContent, StringComparison.Ordinal);

    private IRenderedComponent<GroupFrameView> View(GroupFrame frame) => Render<GroupFrameView>(parameters => parameters.Add(one => one.Frame, frame).Add(one => one.Label, "A pair"));
}
