using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Live;
using ForwardForward.Web.Components.Moments;

namespace ForwardForward.Web.Tests.Components;

public sealed class ScrubberTests : ComponentTest<Scrubber>
{
    private readonly List<long?> _shown = [];
    private readonly List<long?> _linked = [];

    [Fact]
    public void BeforeAnythingIsKeptItWaits()
    {
        var scrubber = Scrubber(AddRun());
        Assert.Equal("no moment kept yet", scrubber.Find(".kept").TextContent);
        Assert.NotNull(scrubber.Find(".time").GetAttribute("disabled"));
        Assert.Equal("live", scrubber.Find(".moment strong").TextContent);
    }

    [Fact]
    public void ItSaysHowManyAreKeptOfHowMany()
    {
        var run = Kept();
        run.MomentsTaken = 57;
        var scrubber = Scrubber(run);
        Assert.Equal("4 kept of 57", scrubber.Find(".kept").TextContent);
        Assert.Equal(("4", "4", "live"), (scrubber.Find(".time").GetAttribute("max"), scrubber.Find(".time").GetAttribute("value"), scrubber.Find(".time").GetAttribute("aria-valuetext")));
    }

    [Theory]
    [InlineData(RunState.Paused, "live")]
    [InlineData(RunState.Completed, "newest")]
    [InlineData(RunState.Interrupted, "newest")]
    public void WhatDoesNotTrainIsNotCalledLive(RunState state, string word) => Assert.Equal(word, Scrubber(Kept(state)).Find(".moment strong").TextContent);

    [Fact]
    public void DraggingShowsAndLettingGoPutsItIntoTheLink()
    {
        var scrubber = Scrubber(Kept());
        scrubber.Find(".time").Input("1");
        scrubber.WaitForAssertion(() => Assert.Equal([100L], _shown));
        Assert.Equal("step 100", scrubber.Find(".moment strong").TextContent);
        Assert.Equal("step 100, epoch 0.20", scrubber.Find(".time").GetAttribute("aria-valuetext"));
        Assert.Empty(_linked);

        scrubber.Find(".time").Change("1");
        scrubber.WaitForAssertion(() => Assert.Equal([100L], _linked));
        scrubber.Find(".time").Change("4");
        scrubber.WaitForAssertion(() => Assert.Equal([100L, null], _linked));
        Assert.Equal("live", scrubber.Find(".moment strong").TextContent);
    }

    [Fact]
    public void TheLinkChoosesTheNearestMoment()
    {
        var scrubber = Scrubber(Kept(), at: 470);
        scrubber.WaitForAssertion(() => Assert.Equal([500L], _shown));
        Assert.Equal("2", scrubber.Find(".time").GetAttribute("value"));
    }

    [Fact]
    public void ALinkToAStepThatIsNotThereSaysSoAndShowsTheNewest()
    {
        var scrubber = Scrubber(Kept(), at: 9_999);
        scrubber.WaitForAssertion(() => Assert.Contains("asked for step 9999. What you see is the newest state.", scrubber.Find(".note").TextContent, StringComparison.Ordinal));
        Assert.Equal("live", scrubber.Find(".moment strong").TextContent);
    }

    [Fact]
    public async Task KeysGoEarlierLaterToTheFirstAndBack()
    {
        var scrubber = Scrubber(Kept());
        foreach (var key in new[] { Shortcut.Earlier, Shortcut.Earlier, Shortcut.Later, Shortcut.FirstMoment, Shortcut.Earlier, Shortcut.Live, Shortcut.Later })
        {
            await scrubber.InvokeAsync(() => Keys.RaiseAsync(key));
        }

        Assert.Equal([750, 500, 750, 0, 0, null, null], _linked);
        Assert.Equal(_linked, _shown);
    }

    [Fact]
    public async Task ALinkThatSaysLateWhatItWasToldMovesNothing()
    {
        var run = Kept();
        var scrubber = Scrubber(run, at: 0);
        scrubber.WaitForAssertion(() => Assert.Equal([0L], _shown));
        await scrubber.InvokeAsync(() => Keys.RaiseAsync(Shortcut.Live));
        await scrubber.InvokeAsync(() => Keys.RaiseAsync(Shortcut.Earlier));
        scrubber.Render(parameters => parameters.Add(one => one.At, null));
        scrubber.Render(parameters => parameters.Add(one => one.At, 750));
        Assert.Equal([0, null, 750], _shown);

        // The browser's button back, which nobody told it.
        scrubber.Render(parameters => parameters.Add(one => one.At, 0));
        scrubber.WaitForAssertion(() => Assert.Equal([0, null, 750, 0], _shown));
        scrubber.Render(parameters => parameters.Add(one => one.At, 750));
        scrubber.WaitForAssertion(() => Assert.Equal([0, null, 750, 0, 750], _shown));
    }

    [Fact]
    public void TheButtonGoesBackToLive()
    {
        var scrubber = Scrubber(Kept(), at: 0);
        scrubber.WaitForAssertion(() => Assert.Equal([0L], _shown));
        Assert.NotEmpty(scrubber.FindAll(".scrubber.past"));
        scrubber.FindAll("button").First(button => button.TextContent.Trim() == "Live").Click();
        scrubber.WaitForAssertion(() => Assert.NotEmpty(scrubber.FindAll(".scrubber.live")));
        Assert.Equal([null], _linked);
    }

    [Fact]
    public void ATimeLapseGoesThroughAllMomentsAndEndsLive()
    {
        var scrubber = Scrubber(Kept());
        scrubber.FindAll("button")[0].Click();
        scrubber.WaitForAssertion(() => Assert.Equal([0, 100, 500, 750, null], _shown));
        scrubber.WaitForAssertion(() => Assert.Contains("Play", scrubber.FindAll("button")[0].TextContent, StringComparison.Ordinal));
        Assert.Single(Browser.Calls("calm"));
        Assert.Equal([null], _linked);
    }

    [Fact]
    public void ATimeLapseStopsWhereItIsStopped()
    {
        var scrubber = Scrubber(Kept());
        scrubber.FindAll("button")[0].Click();
        scrubber.WaitForAssertion(() => Assert.NotEmpty(_shown));
        scrubber.FindAll("button").First(button => button.TextContent.Trim() == "Stop playing").Click();
        scrubber.WaitForAssertion(() => Assert.Single(_linked));
        Assert.Equal(_shown[^1], _linked[0]);
    }

    [Fact]
    public void NewMomentsAppearAsTheRunGoesOn()
    {
        var run = Kept();
        var scrubber = Scrubber(run);
        run.Keep(1000);
        run.Change(snapshot => snapshot with { Step = 1010 });
        scrubber.Render(parameters => parameters.Add(one => one.Run, run.Snapshot));
        Assert.Equal("5 kept of 5", scrubber.Find(".kept").TextContent);
        Assert.Equal("5", scrubber.Find(".time").GetAttribute("value"));
    }

    [Fact]
    public void TheOneBesideLeavesKeysAndTimeLapseToTheOther()
    {
        var scrubber = Render<Scrubber>(parameters => parameters.Add(one => one.Run, Kept().Snapshot).Add(one => one.Beside, true).Add(one => one.OnAt, step => _linked.Add(step)));
        scrubber.InvokeAsync(() => Keys.RaiseAsync(Shortcut.FirstMoment));
        Assert.Empty(_linked);
        Assert.Empty(scrubber.FindAll("[data-scrubber]"));
        Assert.DoesNotContain(scrubber.FindAll("button"), button => button.TextContent.Contains("Play", StringComparison.Ordinal));
    }

    private FakeRun Kept(RunState state = RunState.Running)
    {
        var run = AddRun(state);
        run.Keep(0, 100, 500, 750);
        return run;
    }

    private IRenderedComponent<Scrubber> Scrubber(FakeRun run, long? at = null) => Render<Scrubber>(parameters => parameters
        .Add(one => one.Run, run.Snapshot).Add(one => one.At, at)
        .Add(one => one.OnMoment, moment => _shown.Add(moment?.Step)).Add(one => one.OnAt, step => _linked.Add(step)));
}
