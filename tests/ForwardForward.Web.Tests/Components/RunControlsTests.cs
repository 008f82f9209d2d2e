using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.RunViews;

namespace ForwardForward.Web.Tests.Components;

public sealed class RunControlsTests : ComponentTest<RunControls>
{
    [Theory]
    [InlineData(RunState.Queued, "Pause Stop Reset")]
    [InlineData(RunState.Running, "Pause Stop Fork Reset")]
    [InlineData(RunState.Paused, "Resume Batch Epoch Stop Fork Reset")]
    [InlineData(RunState.Interrupted, "Resume Stop Fork Reset")]
    [InlineData(RunState.Completed, "Fork Reset")]
    [InlineData(RunState.Stopped, "Fork Reset")]
    [InlineData(RunState.Failed, "Reset")]
    public void EveryStateOffersWhatCanBeDone(RunState state, string offered) => Assert.Equal(
        offered,
        string.Join(' ', Controls(Samples.Run(state: state)).FindAll(".buttons button").Where(button => !button.HasAttribute("disabled")).Select(button => button.TextContent.Trim())));

    [Fact]
    public void TheShippedNetworkTakesNoCommands()
    {
        var controls = Controls(Samples.Starter());
        Assert.Empty(controls.FindAll("button"));
        Assert.Contains("read only", controls.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void ProgressIsSaidWithAnEstimate()
    {
        var controls = Controls(Samples.Run());

        Assert.Equal("epoch 2 of 5 · 750 of 2,500 batches · 8,200 images/s · about 21 s left", controls.Find(".words").TextContent);
        Assert.Equal("30", controls.Find("[role=progressbar]").GetAttribute("aria-valuenow"));
    }

    [Fact]
    public void WhatIsDoneBesideTrainingIsSaidToo() => Assert.StartsWith(
        "counting validation errors, 40 %",
        Controls(Samples.Run() with { Activity = "counting validation errors", ActivityProgress = 0.4 }).Find(".words").TextContent,
        StringComparison.Ordinal);

    [Fact]
    public void ARunThatHoldsInTheMiddleOfACountSaysAtWhichBatch()
    {
        var controls = Controls(Samples.Run(state: RunState.Paused) with { Activity = "counting validation errors", ActivityProgress = 0.4 });

        Assert.StartsWith("counting validation errors, 40 % · epoch 2 of 5 · 750 of 2,500 batches", controls.Find(".words").TextContent, StringComparison.Ordinal);
        Assert.Equal("750", controls.Find(".strip").GetAttribute("data-step"));
    }

    [Fact]
    public void AFailureAWarningAndARefusalAreSaid()
    {
        var run = Samples.Run(state: RunState.Failed) with { Failure = "The loss is no number.", Warning = "The disk is nearly full." };
        var controls = Render<RunControls>(parameters => parameters.Add(one => one.Run, run).Add(one => one.Problem, "It cannot be resumed."));

        Assert.Equal(["The run failed. The loss is no number.", "It cannot be resumed."], controls.FindAll("[role=alert]").Select(note => note.TextContent.Trim()));
        Assert.Equal("The disk is nearly full.", controls.Find("[role=note]").TextContent.Trim());
    }

    [Theory]
    [InlineData("Resume", RunCommand.Resume)]
    [InlineData("Batch", RunCommand.StepBatch)]
    [InlineData("Epoch", RunCommand.StepEpoch)]
    [InlineData("Stop", RunCommand.Stop)]
    [InlineData("Fork", RunCommand.Fork)]
    [InlineData("Reset", RunCommand.Reset)]
    public void AButtonSendsItsCommand(string name, RunCommand expected)
    {
        RunCommand? sent = null;
        var controls = Render<RunControls>(parameters => parameters.Add(one => one.Run, Samples.Run(state: RunState.Paused)).Add(one => one.OnCommand, command => sent = command));
        controls.FindAll("button").Single(button => button.TextContent.Trim() == name).Click();

        Assert.Equal(expected, sent);
    }

    private IRenderedComponent<RunControls> Controls(RunSnapshot run) => Render<RunControls>(parameters => parameters.Add(one => one.Run, run));
}
