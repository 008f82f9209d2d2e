using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Drawing;
using Microsoft.Extensions.DependencyInjection;

namespace ForwardForward.Web.Tests.Components;

public sealed class MistakesPanelTests : ComponentTest<MistakesPanel>
{
    private static readonly Mistake[] Fifty = [.. Enumerable.Range(0, 50).Select(i => new Mistake(i, i % 10, (i + 1) % 10, 0.99 - (i * 0.01)))];

    [Fact]
    public void WithoutARunItSaysWhatItWillShow()
    {
        var panel = Panel(null);

        Assert.Contains("are shown here", panel.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("button"));
    }

    [Fact]
    public void WhileTheNetworkIsBeingMadeThereIsNothingToPress() => Assert.Empty(Panel(AddRun(change: run => run with { Layers = [] }).Snapshot).FindAll("button"));

    [Fact]
    public async Task ASearchIsBegunAndCancelled()
    {
        var run = AddRun().Snapshot;
        var panel = Panel(run);
        await Press(panel, "Look for mistakes");
        Assert.Equal("0", panel.WaitForElement("progress").GetAttribute("value"));
        Runs.TestDigits.Found = Fifty[..2];
        Runs.TestDigits.Publish(FakeTestDigits.Search(run.Id, MistakeSearchState.Searching, done: 20, found: 2));
        panel.WaitForAssertion(() => Assert.Contains("20 of 30 read, 2 wrong; about 8.0 s left", panel.Find(".progress").TextContent, StringComparison.Ordinal));
        Assert.Equal(2, panel.FindAll(".tile").Count);

        await Press(panel, "Cancel");
        panel.WaitForAssertion(() => Assert.Contains("2 of 20 read wrongly, 10.00\u00a0%; 10 were not looked at.", panel.Markup, StringComparison.Ordinal));
        Assert.Equal([$"search {run.Id}", $"cancel-search {run.Id}"], Runs.Commands);
        await Press(panel, "Look again");
        Assert.Equal(3, Runs.Commands.Count);
    }

    [Fact]
    public void OneThatWaitsSaysSo()
    {
        var run = AddRun().Snapshot;
        Runs.TestDigits.Publish(FakeTestDigits.Search(run.Id, MistakeSearchState.Waiting, done: 0));
        var panel = Panel(run);

        panel.WaitForAssertion(() => Assert.Contains("Waiting for another search", panel.Find(".progress").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatWasFoundIsPagedAndItsPicturesGoToTheBrowser()
    {
        var panel = Finished();
        panel.WaitForAssertion(() => Assert.Equal(20, panel.FindAll(".tile").Count));
        await Eventually.TrueAsync(() => Browser.Calls("show").Count == 1);
        Assert.Equal(20 * 784, Assert.IsType<byte[]>(Browser.Calls("show")[0][0]).Length);
        Assert.Equal("Test digit 0: a 0 read as 1, which leads by 0.99 goodness per unit", panel.Find(".tile .visually-hidden").TextContent);
        Assert.Contains("50 of 30 read wrongly", panel.Markup, StringComparison.Ordinal);

        await Press(panel, "Page after");
        await Press(panel, "Page after");
        Assert.Equal(10, panel.FindAll(".tile").Count);
        Assert.Contains("41–50 of 50, surest first", panel.Find(".pager").TextContent, StringComparison.Ordinal);
        await Press(panel, "Page before");
        Assert.Equal(20, panel.FindAll(".tile").Count);
    }

    [Fact]
    public async Task OneLabelAndOneProcedureCanBeChosen()
    {
        var panel = Finished();
        panel.WaitForElement("select");
        await panel.Find("select").ChangeAsync(new() { Value = "3" });
        Assert.Equal(["3", "3", "3", "3", "3"], panel.FindAll(".tile b:first-child").Select(label => label.TextContent));
        await panel.FindAll("input[type=radio]")[1].ChangeAsync(new() { Value = "on" });
        Assert.Equal("96\u00a0%", panel.Find(".sure").TextContent);
        Assert.Contains("96\u00a0% sure", panel.Find(".tile .visually-hidden").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ANetworkOfOneProcedureHasNothingToChoose()
    {
        var run = AddRun().Snapshot;
        Runs.TestDigits.Found = Fifty[..1];
        Runs.TestDigits.Publish(FakeTestDigits.Search(run.Id, MistakeSearchState.Finished, found: 1) with { ByGoodness = null });
        var panel = Panel(run);

        Assert.Equal("99\u00a0%", panel.WaitForElement(".sure").TextContent);
        Assert.Empty(panel.FindAll("input[type=radio]"));
    }

    [Fact]
    public void ANetworkWithoutMistakesIsPraised()
    {
        var run = AddRun().Snapshot;
        Runs.TestDigits.Publish(FakeTestDigits.Search(run.Id, MistakeSearchState.Finished));
        var panel = Panel(run);

        panel.WaitForAssertion(() => Assert.Contains("Nothing was read wrongly.", panel.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AMistakeOpensInThePad()
    {
        var opened = new List<TestDigit>();
        using var pad = Services.GetRequiredService<PadDesk>().Receive(digit =>
        {
            opened.Add(digit);
            return Task.CompletedTask;
        });
        Runs.TestDigits.Found = Fifty[..3];
        var panel = Finished(3);
        panel.WaitForElement(".tile");
        await panel.FindAll(".tile")[2].ClickAsync(new());

        Assert.Equal([2], opened.Select(digit => digit.Index));
    }

    [Fact]
    public async Task WhatCannotBeSearchedIsSaidInWords()
    {
        var panel = Panel(AddRun().Snapshot);
        Runs.TestDigits.Failure = new RunStateException("4 searches are under way.");
        await Press(panel, "Look for mistakes");

        Assert.Contains("4 searches", panel.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ASearchThatFailedSaysWhereAndWhy()
    {
        var run = AddRun().Snapshot;
        Runs.TestDigits.Publish(FakeTestDigits.Search(run.Id, MistakeSearchState.Failed, done: 12) with { Failure = "It broke." });
        var panel = Panel(run);

        Assert.Contains("ended at test digit 12: It broke.", panel.WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private static Task Press(IRenderedComponent<MistakesPanel> panel, string name)
    {
        panel.WaitForState(() => panel.FindAll("button").Any(button => button.TextContent.Trim() == name && !button.HasAttribute("disabled")));
        return panel.FindAll("button").First(button => button.TextContent.Trim() == name).ClickAsync(new());
    }

    private IRenderedComponent<MistakesPanel> Finished(int found = 50)
    {
        var run = AddRun().Snapshot;
        Runs.TestDigits.Found = Fifty[..found];
        Runs.TestDigits.Publish(FakeTestDigits.Search(run.Id, MistakeSearchState.Finished, found: found));
        return Panel(run);
    }

    private IRenderedComponent<MistakesPanel> Panel(RunSnapshot? run) => Render<MistakesPanel>(parameters => parameters.Add(one => one.Run, run));
}
