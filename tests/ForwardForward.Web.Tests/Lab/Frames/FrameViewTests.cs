using Bunit;
using ForwardForward.Frames;
using ForwardForward.Testing;
using ForwardForward.Web.Lab.Frames;
using ForwardForward.Web.Tests.Components;
using Microsoft.AspNetCore.Components;

namespace ForwardForward.Web.Tests.Lab.Frames;

public sealed class FrameViewTests : ComponentTest<FrameView>
{
    [Fact]
    public void EveryKindHasItsComponent()
    {
        Assert.Equal(Enum.GetValues<FrameKind>(), FrameSamples.All.Select(one => one.Frame.Kind).Distinct().Order());
        Check<ImageFrameView>(FrameSamples.Fields());
        Check<GridFrameView>(FrameSamples.Scores());
        Check<SeriesFrameView>(FrameSamples.Settling());
        Check<HistogramFrameView>(FrameSamples.Goodness());
        Check<TextFrameView>(FrameSamples.Continuation());
        Check<GroupFrameView>(FrameSamples.Pair());
    }

    private void Check<TView>(Frame frame)
        where TView : IComponent =>
        Assert.NotNull(Render<FrameView>(parameters => parameters.Add(one => one.Frame, frame).Add(one => one.Label, "It")).FindComponent<TView>());
}
