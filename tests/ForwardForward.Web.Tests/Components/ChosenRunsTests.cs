using Bunit;
using ForwardForward.Web.Components.RunViews;

namespace ForwardForward.Web.Tests.Components;

public sealed class ChosenRunsTests : ComponentTest<ChosenRuns>
{
    [Fact]
    public void ManyRunsAreTakenAwayAsOneFile()
    {
        var bar = Render<ChosenRuns>(parameters => parameters.Add(one => one.Ids, ["a", "b"]));

        Assert.Equal("2 runs chosen", bar.Find("[role=status]").TextContent);
        Assert.Equal(["api/metrics.csv?runs=a,b", "api/metrics.json?runs=a,b"], bar.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal("2-runs.csv", bar.Find("a").GetAttribute("download"));
    }

    [Fact]
    public void EveryButtonDoesWhatItSays()
    {
        var done = new List<string>();
        var bar = Render<ChosenRuns>(parameters => parameters
            .Add(one => one.Ids, ["a"]).Add(one => one.OnCompare, () => done.Add("compare")).Add(one => one.OnDelete, () => done.Add("delete")).Add(one => one.OnClear, () => done.Add("clear")));
        foreach (var button in bar.FindAll("button"))
        {
            button.Click();
        }

        Assert.Equal("1 run chosen", bar.Find("[role=status]").TextContent);
        Assert.Equal(["compare", "delete", "clear"], done);
    }
}
