using Bunit;
using ForwardForward.Web.Components.Curves;
using ForwardForward.Web.ViewModels.Curves;

namespace ForwardForward.Web.Tests.Components;

public sealed class CurveToolsTests : ComponentTest<CurveTools>
{
    private CurveView _wanted = CurveView.Usual;
    private bool _held;

    [Fact]
    public void TheAxisIsChosen()
    {
        Tools(CurveView.Usual).FindAll("input[name=curve-axis]")[2].Change(true);
        Assert.Equal(CurveView.Usual with { Axis = CurveAxis.Time }, _wanted);
    }

    [Fact]
    public void GoodnessGivesWayToProbability()
    {
        Tools(CurveView.Usual).FindAll("input[name=curve-measure]")[1].Change(true);
        Assert.True(_wanted.Probability);
    }

    [Theory]
    [InlineData("60", 0.6)]
    [InlineData("400", CurveView.Most)]
    [InlineData("much", 0)]
    public void SmoothingStaysInItsRange(string typed, double expected)
    {
        Tools(CurveView.Usual).Find("input[type=range]").Change(typed);
        Assert.Equal(expected, _wanted.Smoothing);
    }

    [Fact]
    public void EachPanelHasItsOwnScale()
    {
        var boxes = Tools(CurveView.Usual).FindAll("input[type=checkbox]");
        Assert.Equal((false, true), (boxes[0].HasAttribute("checked"), boxes[1].HasAttribute("checked")));
        boxes[1].Change(false);
        Assert.False(_wanted.ErrorsLogarithmic);
    }

    [Fact]
    public void HeldCurvesSayThatTheRunGoesOn()
    {
        var tools = Tools(CurveView.Usual, held: true);
        Assert.Contains("the run does not notice", tools.Find(".still").TextContent, StringComparison.Ordinal);
        _held = true;
        tools.Find("button").Click();
        Assert.False(_held);
    }

    private IRenderedComponent<CurveTools> Tools(CurveView view, bool held = false) => Render<CurveTools>(parameters => parameters
        .Add(one => one.View, view).Add(one => one.Held, held).Add(one => one.OnView, wanted => _wanted = wanted).Add(one => one.OnHeld, wanted => _held = wanted));
}
