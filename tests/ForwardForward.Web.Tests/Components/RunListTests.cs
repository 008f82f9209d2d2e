using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.RunViews;
using ForwardForward.Web.ViewModels.RunLists;

namespace ForwardForward.Web.Tests.Components;

public sealed class RunListTests : ComponentTest<RunList>
{
    [Fact]
    public void ARunIsARowWithItsFigures()
    {
        var row = List(Samples.Run()).Find("tr[data-run=k3v9x2m7q4ab]");

        Assert.Equal("runs/k3v9x2m7q4ab", row.QuerySelector(".name a")!.GetAttribute("href"));
        Assert.Contains("epoch 2 of 5, about 21 s left", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("4.21\u00a0%", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void SyntheticDigitsAndForksAreNamed() => Assert.Contains(
        "synthetic digits · forked",
        List(Samples.Run() with { IsSynthetic = true, ForkedFrom = "abc" }).Find(".name .detail").TextContent,
        StringComparison.Ordinal);

    [Fact]
    public void AFailedRunSaysWhy() => Assert.Equal("The loss is no number.", List(Samples.Run(state: RunState.Failed) with { Failure = "The loss is no number." }).Find(".failure").TextContent);

    [Fact]
    public void TheShippedNetworkIsNeitherDeletedNorForked()
    {
        var list = List(Samples.Starter());
        Assert.Contains("ships with the lab", list.Find("[data-label=Created]").TextContent, StringComparison.Ordinal);
        Assert.All(list.FindAll(".actions button"), button => Assert.True(button.HasAttribute("disabled")));
    }

    [Theory]
    [InlineData(RunState.Running, false, false)]
    [InlineData(RunState.Queued, false, false)]
    [InlineData(RunState.Paused, true, true)]
    [InlineData(RunState.Interrupted, true, true)]
    [InlineData(RunState.Completed, false, true)]
    public void OnlyWhatCanBeDoneIsOffered(RunState state, bool resume, bool delete)
    {
        var list = List(Samples.Run(state: state));

        Assert.Equal(resume, list.FindAll("button").Any(button => button.TextContent.Contains("Resume", StringComparison.Ordinal)));
        Assert.Equal(delete, !list.FindAll("button").Single(button => button.TextContent.Contains("Delete", StringComparison.Ordinal)).HasAttribute("disabled"));
    }

    [Fact]
    public void AButtonNamesItsRun()
    {
        RunSnapshot? deleted = null;
        var list = Render<RunList>(parameters => parameters
            .Add(one => one.Runs, [Samples.Run(state: RunState.Completed)]).Add(one => one.Best, new BestErrors(Runs)).Add(one => one.OnDelete, run => deleted = run));
        var button = list.FindAll("button").Single(one => one.TextContent.Contains("Delete", StringComparison.Ordinal));
        Assert.Contains("seed 1, k3v9x2m7q4ab", button.TextContent, StringComparison.Ordinal);
        button.Click();

        Assert.Equal("k3v9x2m7q4ab", deleted?.Id);
    }

    private IRenderedComponent<RunList> List(RunSnapshot run) => Render<RunList>(parameters => parameters
        .Add(one => one.Runs, [run]).Add(one => one.Best, new BestErrors(Runs)).Add(one => one.Now, Samples.Created.AddMinutes(5)));
}
