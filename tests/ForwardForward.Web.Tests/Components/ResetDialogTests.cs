using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.RunViews;
using MudBlazor;

namespace ForwardForward.Web.Tests.Components;

public sealed class ResetDialogTests : ComponentTest<ResetDialog>
{
    [Theory]
    [InlineData(RunState.Running, "is stopped and stays in the list")]
    [InlineData(RunState.Completed, "present run stays in the list")]
    public void ItSaysWhatBecomesOfThePresentRun(RunState state, string words)
    {
        var reset = 0;
        var dialogs = Open(state, () => reset++);
        dialogs.WaitForAssertion(() => Assert.Contains(words, dialogs.Find(".mud-dialog").TextContent, StringComparison.Ordinal));
        dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Start over").Click();
        Assert.Equal(1, reset);
    }

    [Fact]
    public void ItAsksAndTakesNoForAnAnswer()
    {
        var reset = 0;
        var dialogs = Open(RunState.Running, () => reset++);
        dialogs.WaitForAssertion(() => Assert.NotEmpty(dialogs.FindAll(".mud-dialog")));
        dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Keep it").Click();
        Assert.Equal(0, reset);
    }

    private IRenderedComponent<MudDialogProvider> Open(RunState state, Action reset)
    {
        Render<MudPopoverProvider>();
        var dialogs = Render<MudDialogProvider>();
        Render<ResetDialog>(parameters => parameters.Add(one => one.Run, Samples.Run(state: state)).Add(one => one.Open, true).Add(one => one.OnReset, reset));
        return dialogs;
    }
}
