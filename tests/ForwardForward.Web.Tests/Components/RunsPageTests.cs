using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Pages;

namespace ForwardForward.Web.Tests.Components;

public sealed class RunsPageTests : ComponentTest<RunsPage>
{
    [Fact]
    public void WithoutRunsItInvites() => Assert.Equal("Start the first run", Render<RunsPage>().Find(".empty a").TextContent);

    [Fact]
    public void RunsAreListedCountedAndFollowed()
    {
        var run = AddRun();
        var page = Render<RunsPage>();
        Assert.Equal("1 run · 1 training", page.Find("header p").TextContent);

        run.Change(one => one with { State = RunState.Completed, IsSynthetic = true });
        Runs.Add(Samples.Run("another12345", RunState.Queued));
        page.WaitForAssertion(() => Assert.Equal("2 runs · 1 waiting · errors on synthetic digits cannot be held against the paper's", page.Find("header p").TextContent));
        Assert.Equal(2, page.FindAll("tbody tr").Count);
    }

    [Fact]
    public void ACommandThatIsRefusedSaysWhy()
    {
        AddRun(RunState.Paused);
        var page = Render<RunsPage>();
        Runs.Failure = new RunStateException("The disk is full.");
        page.FindAll("button").Single(button => button.TextContent.Contains("Resume", StringComparison.Ordinal)).Click();

        page.WaitForAssertion(() => Assert.Contains("The disk is full.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void TwoRunsAreChosenToBeCompared()
    {
        AddRun();
        Runs.Add(Samples.Run("another12345") with { CreatedAt = Samples.Created.AddDays(1) });
        var page = Render<RunsPage>();
        Press(0);
        Assert.Contains("choose the run", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Press(0);
        Assert.Empty(page.FindAll("[role=status]"));
        Press(0);
        Press(1);
        Assert.EndsWith("compare?a=another12345&b=k3v9x2m7q4ab", Navigation.Uri, StringComparison.Ordinal);

        void Press(int row) => page.FindAll("button").Where(button => button.TextContent.Contains("ompare", StringComparison.Ordinal)).ElementAt(row).Click();
    }

    [Fact]
    public void AForkIsOpened()
    {
        AddRun(RunState.Completed);
        var page = Render<RunsPage>();
        page.FindAll("button").Single(button => button.TextContent.Contains("Fork", StringComparison.Ordinal)).Click();

        page.WaitForAssertion(() => Assert.EndsWith("runs/fork00000001", Navigation.Uri, StringComparison.Ordinal));
    }
}
