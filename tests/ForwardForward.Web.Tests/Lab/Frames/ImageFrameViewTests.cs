using Bunit;
using ForwardForward.Frames;
using ForwardForward.Frames.Colours;
using ForwardForward.Testing;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Lab.Frames;
using ForwardForward.Web.Tests.Components;
using Microsoft.AspNetCore.Components;

namespace ForwardForward.Web.Tests.Lab.Frames;

public sealed class ImageFrameViewTests : ComponentTest<ImageFrameView>
{
    [Fact]
    public void TilesWithoutCaptionsAreOneMosaicWhoseLevelsGoToTheBrowserAsBytes()
    {
        var frame = FrameSamples.Fields();
        var view = View(frame);

        var canvas = Assert.Single(view.FindAll("canvas"));
        Assert.Equal(("0", "30", "img"), (canvas.GetAttribute("data-from"), canvas.GetAttribute("data-count"), canvas.GetAttribute("role")));
        Assert.Equal("Fields: 30 pictures of 14 x 14, from number 61", canvas.GetAttribute("aria-label"));
        var drawn = Assert.Single(Browser.Calls("draw"));
        Assert.Equal(Levels.Of(frame, FullColour.Of(frame, ColourScale.Whole)), drawn[0]);
        Assert.Equal([14, 14, 1, 0, true, 60], drawn[1..]);
        Assert.Contains("vermilion", view.Find(".legend").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void CaptionedTilesStandInTheirGroupsAndAreInColour()
    {
        var view = View(FrameSamples.Colours());
        Assert.Equal(["Positive", "Negative"], view.FindAll("p.name").Select(heading => heading.TextContent));
        Assert.Equal(3, view.FindAll("section.negative figure").Count);
        Assert.Equal("a frog", view.FindAll("canvas")[1].GetAttribute("aria-label"));
        Assert.Equal([16, 16, 3, 0, false, 0], Browser.Calls("draw")[0][1..]);
        Assert.Contains("light of red, green and blue", view.Find(".legend").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void WhoeverListensHearsWhichTileIsChosen()
    {
        var chosen = new List<int>();
        var view = View(FrameSamples.Colours(), chosen.Add, selected: 1);
        Assert.Equal("true", view.FindAll("button")[1].GetAttribute("aria-pressed"));
        view.FindAll("button")[4].Click();
        Assert.Equal([4], chosen);
        Assert.Equal(1, Browser.Calls("select")[^1][0]);
    }

    [Fact]
    public async Task AClickOnAMosaicNamesTheUnitAtItsLocation()
    {
        var chosen = new List<int>();
        var view = View(new ImageFrame(0, new(3, 1), ImageRange.Signed, new float[12]) { Locations = new(2, 1, 1, 2) }, chosen.Add);
        Assert.Equal(("application", "0"), (view.Find("canvas").GetAttribute("role"), view.Find("canvas").GetAttribute("tabindex")));

        await view.Instance.Choose(1, 2, 0);
        await view.Instance.Choose(7, 0, 0);
        Assert.Equal([3], chosen);
    }

    [Fact]
    public async Task TheNewestFrameIsDrawnWhenTheOneBeforeIsOnTheCanvas()
    {
        Browser.Silence = new TaskCompletionSource();
        var view = View(FrameSamples.Fields(1));
        view.Render(parameters => parameters.Add(one => one.Frame, FrameSamples.Fields(2)));
        view.Render(parameters => parameters.Add(one => one.Frame, FrameSamples.Fields(3)));
        Assert.Empty(Browser.Calls("draw"));
        Browser.Silence.SetResult();

        await Eventually.TrueAsync(() => Browser.Calls("draw").Count > 0 && ((byte[])Browser.Calls("draw")[^1][0]!).Length == 3 * 196);
    }

    [Fact]
    public void WhatIsNoNumberIsSaid()
    {
        var view = View(new ImageFrame(0, new(2, 1), ImageRange.Signed, [1, float.NaN]));
        Assert.Contains("1 values are no numbers and are magenta", view.Find(".legend").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void AFrameWithoutTilesSaysSo()
    {
        var view = View(new ImageFrame(0, new(2, 1), ImageRange.Signed, []));
        Assert.Contains("no picture", view.Find("p").TextContent, StringComparison.Ordinal);
        Assert.Empty(view.FindAll("canvas"));
    }

    [Fact]
    public async Task ALostBrowserEndsItQuietly()
    {
        var view = View(FrameSamples.Fields());
        Browser.IsGone = true;
        await view.Instance.DisposeAsync();
        Assert.Empty(Browser.Calls("stop"));
    }

    private IRenderedComponent<ImageFrameView> View(ImageFrame frame, Action<int>? chosen = null, int? selected = null) => Render<ImageFrameView>(parameters =>
    {
        parameters.Add(one => one.Frame, frame).Add(one => one.Label, "Fields").Add(one => one.Selected, selected);
        if (chosen is not null)
        {
            parameters.Add(one => one.OnTile, EventCallback.Factory.Create(this, chosen));
        }
    });
}
