using Bunit;
using ForwardForward.Web.Components.Controls;

namespace ForwardForward.Web.Tests.Components;

public sealed class ActionButtonTests : ComponentTest<ActionButton>
{
    [Fact]
    public void AButtonSaysWhatItDoesAndDoesIt()
    {
        var pressed = 0;
        var button = Render<ActionButton>(parameters => parameters.Add(one => one.Text, "Pause").Add(one => one.OnPress, () => pressed++));

        Assert.Equal("Pause", button.Find("button").TextContent.Trim());
        button.Find("button").Click();
        Assert.Equal(1, pressed);
    }

    [Fact]
    public void AnIconStillHasItsNameAndItsKey()
    {
        var button = Render<ActionButton>(parameters => parameters.Add(one => one.Text, "Undo").Add(one => one.Drawing, Glyphs.Undo).Add(one => one.IconOnly, true).Add(one => one.Key, "Ctrl+Z")).Find("button");

        Assert.Equal("Undo", button.QuerySelector(".visually-hidden")?.TextContent);
        Assert.Equal("Undo (Ctrl+Z)", button.GetAttribute("title"));
        Assert.Equal("Ctrl+Z", button.GetAttribute("aria-keyshortcuts"));
    }

    [Fact]
    public void AButtonCannotBePressedAgainWhileItsActionIsUnderWay()
    {
        var action = new TaskCompletionSource();
        var button = Render<ActionButton>(parameters => parameters.Add(one => one.Text, "Stop").Add(one => one.OnPress, () => action.Task));

        button.Find("button").ClickAsync();
        button.WaitForAssertion(() => Assert.True(button.Find("button").HasAttribute("disabled")));
        action.SetResult();
        button.WaitForAssertion(() => Assert.False(button.Find("button").HasAttribute("disabled")));
    }

    [Fact]
    public void ADisabledButtonIsDisabled() =>
        Assert.True(Render<ActionButton>(parameters => parameters.Add(one => one.Text, "Fork").Add(one => one.Disabled, true)).Find("button").HasAttribute("disabled"));
}
