using Bunit;
using ForwardForward.Recipes;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.SlowMotion;

namespace ForwardForward.Web.Tests.Components;

public sealed class SlowMotionPanelTests : ComponentTest<SlowMotionPanel>
{
    [Fact]
    public void WithoutARunItInvites() => Assert.Contains("Start a run", Panel(null).Find(".empty").TextContent, StringComparison.Ordinal);

    [Theory]
    [InlineData(RunState.Running, "still to come")]
    [InlineData(RunState.Paused, "step one batch")]
    [InlineData(RunState.Completed, "Resume or fork")]
    public void WithoutAStoryItSaysWhy(RunState state, string words) => Assert.Contains(words, Panel(AddRun(state).Snapshot).Find(".empty").TextContent, StringComparison.Ordinal);

    [Theory]
    [InlineData("bp-mlp", "learns by backpropagation")]
    [InlineData("ff-recurrent", "settle together over 8 iterations")]
    public void NetworksWithoutPassFromLayerToLayerSaySoKindly(string recipe, string words) => Assert.Contains(
        words,
        Panel(AddRun(change: run => run with { Recipe = RecipeCatalog.Get(recipe, Scale.Quick) }).Snapshot).Find(".empty").TextContent,
        StringComparison.Ordinal);

    [Fact]
    public void WhileTheNetworkIsBeingMadeItSaysSo() =>
        Assert.Contains("when the network is made", Panel(AddRun(change: run => run with { Layers = [] }).Snapshot).Find(".empty").TextContent, StringComparison.Ordinal);

    [Fact]
    public void EveryStepHasWordsWithTheFiguresOfTheRun()
    {
        var panel = Told();
        Assert.Contains("With its true label, 3, it is positive; with a wrong one, 9", Words(panel), StringComparison.Ordinal);

        var seen = new HashSet<string> { Words(panel) };
        for (var step = 1; step < 16; step++)
        {
            Press(panel, "Next");
            Assert.True(seen.Add(Words(panel)), $"Step {step + 1} says what another one said: {Words(panel)}");
        }

        Assert.Contains("No derivative comes from any other layer", Words(panel), StringComparison.Ordinal);
        Assert.True(Button(panel, "Next").HasAttribute("disabled"));
    }

    [Fact]
    public void TheRailGoesToAnyStep()
    {
        var panel = Told();
        panel.FindAll("input[name=slow-step]")[2].Change(true);

        Assert.Equal("Goodness of layer 1", panel.Find(".words h3").TextContent);
        Assert.Equal("3 of 16", panel.Find(".where").TextContent);
        Press(panel, "Back");
        Assert.Equal("Positive pass: into layer 1", panel.Find(".words h3").TextContent);
    }

    [Fact]
    public void APausedRunTellsItsNextBatch()
    {
        var panel = Told();
        Runs.Run("k3v9x2m7q4ab").Story = Samples.Story(751);
        Press(panel, "Next batch");

        panel.WaitForAssertion(() => Assert.StartsWith("batch 751", panel.Find(".caption").TextContent, StringComparison.Ordinal));
        Assert.Contains("step-batch k3v9x2m7q4ab", Runs.Commands);
    }

    [Fact]
    public void AnotherPairKeepsTheStep()
    {
        var panel = Told();
        Press(panel, "Next");
        Press(panel, "Another pair");

        panel.WaitForAssertion(() => Assert.Contains("pair 2 of 50", panel.Find(".caption").TextContent, StringComparison.Ordinal));
        Assert.Equal("2 of 16", panel.Find(".where").TextContent);
    }

    [Fact]
    public void ARefusalIsSaidAndTheStoryStays()
    {
        var panel = Told();
        Runs.Failure = new RunStateException("The run is being stopped.");
        Press(panel, "Next batch");

        panel.WaitForAssertion(() => Assert.Contains("being stopped", panel.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(panel.FindAll(".stage"));
    }

    private static string Words(IRenderedComponent<SlowMotionPanel> panel) => panel.Find(".words").TextContent;

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<SlowMotionPanel> panel, string name) => panel.FindAll("button").Single(button => button.TextContent.Trim() == name);

    private static void Press(IRenderedComponent<SlowMotionPanel> panel, string name) => Button(panel, name).Click();

    private IRenderedComponent<SlowMotionPanel> Told()
    {
        var run = AddRun(RunState.Paused);
        run.Story = Samples.Story();
        var panel = Panel(run.Snapshot);
        panel.WaitForAssertion(() => Assert.NotEmpty(panel.FindAll(".words")));
        return panel;
    }

    private IRenderedComponent<SlowMotionPanel> Panel(RunSnapshot? run) => Render<SlowMotionPanel>(parameters => parameters.Add(one => one.Run, run));
}
