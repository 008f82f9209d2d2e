using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.RunViews;
using ForwardForward.Web.ViewModels.RunLists;

namespace ForwardForward.Web.Tests.Components;

public sealed class RunListTests : ComponentTest<RunList>
{
    [Fact]
    public void EveryRunIsARow() => Assert.Equal(["a", "b"], List(new RunsView(), Samples.Run("a"), Samples.Run("b")).FindAll("tbody tr").Select(row => row.GetAttribute("data-run")));

    [Theory]
    [InlineData(RunOrder.Created, false, "Created", "descending")]
    [InlineData(RunOrder.Created, true, "Created", "ascending")]
    [InlineData(RunOrder.Goodness, false, "Goodness", "ascending")]
    [InlineData(RunOrder.Time, false, "Trained for", "descending")]
    public void TheHeadSaysHowItIsSorted(RunOrder order, bool reversed, string title, string sorting)
    {
        var sorted = Assert.Single(List(new RunsView(Order: order, Reversed: reversed), Samples.Run()).FindAll("th[aria-sort]"));
        Assert.Equal((title, sorting), (sorted.QuerySelector("button")!.TextContent, sorted.GetAttribute("aria-sort")));
    }

    [Fact]
    public void AHeadSorts()
    {
        RunOrder? asked = null;
        var list = Render<RunList>(parameters => parameters.Add(one => one.Runs, [Samples.Run()]).Add(one => one.Best, new BestErrors(Runs)).Add(one => one.OnSort, order => asked = order));
        list.FindAll("thead button").Single(button => button.TextContent == "Test").Click();
        Assert.Equal(RunOrder.Test, asked);
    }

    [Fact]
    public void AllAreChosenAtOnceAndThenNone()
    {
        bool? all = null;
        var list = Render<RunList>(parameters => parameters
            .Add(one => one.Runs, [Samples.Run("a"), Samples.Run("b")]).Add(one => one.Best, new BestErrors(Runs)).Add(one => one.Chosen, new HashSet<string> { "a" }).Add(one => one.OnChooseAll, choose => all = choose));
        Assert.Equal([true, false], list.FindAll("tbody input").Select(box => box.HasAttribute("checked")));
        list.Find("thead input").Change(true);
        Assert.True(all);
        list.Render(parameters => parameters.Add(one => one.Chosen, new HashSet<string> { "a", "b" }));
        list.Find("thead input").Change(false);
        Assert.False(all);
    }

    private IRenderedComponent<RunList> List(RunsView view, params RunSnapshot[] runs) => Render<RunList>(parameters => parameters
        .Add(one => one.Runs, runs).Add(one => one.Best, new BestErrors(Runs)).Add(one => one.View, view));
}
