using Bunit;
using ForwardForward.Learning.Readings;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Pictures;

namespace ForwardForward.Web.Tests.Components;

public sealed class ExamplesPanelTests : ComponentTest<ExamplesPanel>
{
    [Fact]
    public void WithoutARunItSaysWhatPositiveAndNegativeMean() => Assert.Contains("wrong label is negative", Panel(null).Find(".empty").TextContent, StringComparison.Ordinal);

    [Fact]
    public void BeforeTheFirstBatchItSaysSo() => Assert.Contains("still to come", Panel(AddRun().Snapshot).Find(".empty").TextContent, StringComparison.Ordinal);

    [Fact]
    public void AShippedNetworkIsNotSaidToGoOn() => Assert.Contains("ships with the program", Panel(AddRun(RunState.Completed, run => run with { IsReadOnly = true }).Snapshot).Find(".empty").TextContent, StringComparison.Ordinal);

    [Fact]
    public void ARunThatHasEndedSaysHowToSeeThem() => Assert.Contains("Resume or fork", Panel(AddRun(RunState.Completed).Snapshot).Find(".empty").TextContent, StringComparison.Ordinal);

    [Fact]
    public void ANetworkWithoutNegativesIsNotWaitedFor() => Assert.Contains("learns without negatives", Panel(AddRun(change: SoftmaxOnly).Snapshot).Find(".empty").TextContent, StringComparison.Ordinal);

    [Fact]
    public void ALiveRunShowsAPairWithItsLabelsAndGoodness()
    {
        var run = AddRun();
        run.Publish(Samples.Examples(1, 10));
        var panel = Panel(run.Snapshot);

        panel.WaitForAssertion(() => Assert.Equal(["Positivelabelled 0, rightly", "Negativelabelled 6, wrongly"], panel.FindAll(".pair figcaption").Select(caption => caption.TextContent)));
        Assert.Contains("34\u00a0%", panel.Find(".chance").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, panel.FindAll(".dots tbody tr").Count);
        Assert.Empty(panel.FindAll(".making"));
        panel.WaitForAssertion(() => Assert.Equal(2 * 784, ((byte[])Browser.Calls("paintAll").Single()[1]!).Length));
    }

    [Fact]
    public void WhatANegativeWasMadeOfStandsBesideIt()
    {
        var run = AddRun();
        var parts = new Dictionary<string, float[]> { ["digit B"] = new float[784], ["mask"] = new float[784], ["digit A"] = new float[784], ["too small"] = new float[3] };
        run.Publish(Change(pair => pair with { PositiveLabel = null, NegativeLabel = null, NegativeProbability = null, Parts = parts }));
        var panel = Panel(run.Snapshot);

        panel.WaitForAssertion(() => Assert.Equal(["digit A", "mask", "digit B", "negative"], panel.FindAll(".making li").Select(part => part.TextContent)));
        Assert.Equal(["Positive", "Negative"], panel.FindAll(".pair figcaption").Select(caption => caption.TextContent));
        panel.WaitForAssertion(() => Assert.Equal(6 * 784, ((byte[])Browser.Calls("paintAll").Single()[1]!).Length));
    }

    [Fact]
    public void LayersWithoutGoodnessHaveNoEmptyTable()
    {
        var run = AddRun();
        run.Publish(Change(pair => pair with { PositiveGoodness = [], NegativeGoodness = [] }));
        var panel = Panel(run.Snapshot);

        panel.WaitForAssertion(() => Assert.Null(panel.Find(".example").GetAttribute("hidden")));
        Assert.Empty(panel.FindAll(".dots"));
    }

    [Fact]
    public void AHeldPairStaysAndTheNextOneCanBeAskedFor()
    {
        var run = AddRun();
        run.Publish(Samples.Examples(1, 10));
        var panel = Panel(run.Snapshot);
        panel.WaitForElement(".chance");
        panel.FindAll("button").First(button => button.TextContent.Trim() == "Hold").Click();
        panel.FindAll("button")[^1].Click();

        panel.WaitForAssertion(() => Assert.Contains("labelled 1", panel.Find(".pair figcaption").TextContent, StringComparison.Ordinal));
        Assert.Equal("Let go", panel.FindAll("button")[0].TextContent.Trim());
    }

    private static NegativeExamples Change(Func<ExamplePair, ExamplePair> change)
    {
        var examples = Samples.Examples(1, 10);
        return examples with { Pairs = [.. examples.Pairs.Select(change)] };
    }

    private IRenderedComponent<ExamplesPanel> Panel(RunSnapshot? run) => Render<ExamplesPanel>(parameters => parameters.Add(one => one.Run, run));
}
