using Bunit;
using ForwardForward.Runs;
using ForwardForward.Web.Components.RunViews;

namespace ForwardForward.Web.Tests.Components;

public sealed class StateBadgeTests : ComponentTest<StateBadge>
{
    [Theory]
    [InlineData(RunState.Queued, "Queued")]
    [InlineData(RunState.Running, "Running")]
    [InlineData(RunState.Paused, "Paused")]
    [InlineData(RunState.Completed, "Completed")]
    [InlineData(RunState.Stopped, "Stopped")]
    [InlineData(RunState.Failed, "Failed")]
    [InlineData(RunState.Interrupted, "Interrupted")]
    public void EveryStateHasItsWordItsFormAndItsMeaning(RunState state, string word)
    {
        var badge = Render<StateBadge>(parameters => parameters.Add(one => one.State, state)).Find(".badge");

        Assert.Equal(word, badge.TextContent.Trim());
        Assert.Contains(word, badge.ClassName, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith(".", badge.GetAttribute("title"), StringComparison.Ordinal);
    }
}
