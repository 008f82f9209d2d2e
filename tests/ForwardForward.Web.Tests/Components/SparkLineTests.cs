using Bunit;
using ForwardForward.Runs;
using ForwardForward.Web.Components.RunViews;
using ForwardForward.Web.ViewModels.RunLists;

namespace ForwardForward.Web.Tests.Components;

public sealed class SparkLineTests : ComponentTest<SparkLine>
{
    private static readonly RunScores None = RunScores.None;

    [Fact]
    public void WithoutTwoCountsThereIsADash()
    {
        Assert.Equal("–", Line(null).Find("span").TextContent);
        Assert.Equal("–", Line(new ErrorCourse(1, [(1, 5)], [], None)).Find("span").TextContent);
    }

    [Fact]
    public void TheLineFallsFromTheTopLeftToTheBottomRight()
    {
        var line = Line(new ErrorCourse(3, [(1, 8), (2, 4), (3, 2)], [], None));

        Assert.Equal("M2 2L48 14L94 26", line.Find("path").GetAttribute("d"));
        Assert.Equal("Validation error from 8.00\u00a0% to 2.00\u00a0% in 3 counts, lowest 2.00\u00a0%", line.Find("svg").GetAttribute("aria-label"));
    }

    [Fact]
    public void SoftmaxStandsInWhereThereIsNoGoodnessAndAFlatLineLiesInTheMiddle() =>
        Assert.Equal("M2 14L94 14", Line(new ErrorCourse(2, [], [(1, 3), (2, 3)], None)).Find("path").GetAttribute("d"));

    [Fact]
    public void AnErrorOfNothingStillHasAPlace() =>
        Assert.Equal("M2 2L94 26", Line(new ErrorCourse(2, [(1, 3), (2, 0)], [], None)).Find("path").GetAttribute("d"));

    [Fact]
    public void ManyCountsAreThinnedButKeepBothEnds()
    {
        var path = Line(new ErrorCourse(1, [.. Enumerable.Range(1, 1000).Select(i => ((double)i, 100.0 / i))], [], None)).Find("path").GetAttribute("d")!;
        Assert.Equal(96, path.Split('L').Length);
        Assert.EndsWith("L94 26", path, StringComparison.Ordinal);
    }

    private IRenderedComponent<SparkLine> Line(ErrorCourse? course) => Render<SparkLine>(parameters => parameters.Add(one => one.Course, course));
}
