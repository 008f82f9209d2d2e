using Bunit;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.SlowMotion;
using ForwardForward.Web.ViewModels.SlowMotion;

namespace ForwardForward.Web.Tests.Components;

public sealed class SlowStageTests : ComponentTest<SlowStage>
{
    [Theory]
    [InlineData(SlowPhase.Batch, 0, 6, 2)]
    [InlineData(SlowPhase.Pass, 0, 5, 1)]
    [InlineData(SlowPhase.Normalise, 2, 3, 1)]
    [InlineData(SlowPhase.Negative, 1, 1, 1)]
    [InlineData(SlowPhase.Update, 2, 0, 2)]
    public void WhatIsStillToComeIsPaleAndWhatHappensNowIsFramed(SlowPhase phase, int layer, int coming, int now)
    {
        var stage = Stage(new SlowStep(phase, layer));
        Assert.Equal((coming, now), (stage.FindAll(".coming").Count, stage.FindAll(".now").Count));
    }

    [Fact]
    public void AnUpdateShowsWhereGoodnessHasMovedInTheLayersThatHaveLearnt() =>
        Assert.Equal(4, Stage(new SlowStep(SlowPhase.Update, 1)).FindAll(".meter .after").Count);

    private IRenderedComponent<SlowStage> Stage(SlowStep step) => Render<SlowStage>(parameters => parameters.Add(one => one.Story, Samples.Story()).Add(one => one.Step, step));
}
