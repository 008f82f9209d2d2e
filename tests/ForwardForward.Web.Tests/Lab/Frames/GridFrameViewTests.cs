using Bunit;
using ForwardForward.Frames;
using ForwardForward.Testing;
using ForwardForward.Web.Lab.Frames;
using ForwardForward.Web.Tests.Components;

namespace ForwardForward.Web.Tests.Lab.Frames;

public sealed class GridFrameViewTests : ComponentTest<GridFrameView>
{
    [Fact]
    public void ScoresHaveBarsAThresholdAndTheirPredictionMarked()
    {
        var view = View(FrameSamples.Scores());
        Assert.Equal("bird, prediction", view.Find("tr.marked th").TextContent);
        Assert.Equal("left:0%;width:100%", view.Find("tr.marked .bar").GetAttribute("style"));
        Assert.Equal(5, view.FindAll(".threshold").Count);
        Assert.Equal("83\u00a0%", view.FindAll("tr.marked .number")[1].TextContent);
        Assert.Equal("–", view.FindAll("tbody tr")[4].QuerySelector(".number")!.TextContent);
    }

    [Fact]
    public void BarsOfNegativeNumbersGoTheOtherWay()
    {
        var view = View(new GridFrame(0, ["a", "b"], [new("energy")], [-1, 3]) { Display = GridDisplay.Bars });
        Assert.Equal(["left:0%;width:25%", "left:25%;width:75%"], view.FindAll(".bar").Select(bar => bar.GetAttribute("style")));
    }

    [Fact]
    public void AHeatMapHasAsMuchColourAsItsPictureInAFile()
    {
        var view = View(FrameSamples.HeatMap());
        var cells = view.FindAll("td.cell");
        Assert.Contains("--tint:64.29%", cells[0].GetAttribute("style"), StringComparison.Ordinal);
        Assert.Equal(["minus", "plus", "none", "minus"], new[] { 0, 3, 12, 15 }.Select(cell => cells[cell].ClassName!.Split(' ')[1]));
        Assert.Contains("marked", cells[10].ClassName, StringComparison.Ordinal);
        Assert.Equal("Colours: from -1.40 (vermilion) to 1.40 (teal), 1 without a number", view.Find(".legend").GetAttribute("aria-label"));
    }

    [Fact]
    public void AWideHeatMapKeepsItsNumbersForThoseWhoHearIt()
    {
        var view = View(new GridFrame(0, ["a"], [.. Enumerable.Range(0, 27).Select(i => new GridColumn($"{(char)('a' + (i % 26))}"))], new float[27]) { Display = GridDisplay.HeatMap });
        Assert.Equal(27, view.FindAll("td .visually-hidden").Count);
    }

    [Fact]
    public void ATableHasNumbersAsPeopleReadThem()
    {
        var numbers = View(FrameSamples.Statistics()).FindAll("td.number").Select(cell => cell.TextContent).ToArray();
        Assert.Equal(["31.2\u00a0%", "4", "0.041"], numbers[..3]);
        Assert.Equal("7e-4", numbers[^1]);
    }

    private IRenderedComponent<GridFrameView> View(GridFrame frame) => Render<GridFrameView>(parameters => parameters.Add(one => one.Frame, frame).Add(one => one.Label, "Scores"));
}
