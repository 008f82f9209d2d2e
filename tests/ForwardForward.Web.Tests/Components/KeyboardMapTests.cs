using Bunit;
using ForwardForward.Web.Components.Layout;
using ForwardForward.Web.Components.Live;
using MudBlazor;

namespace ForwardForward.Web.Tests.Components;

public sealed class KeyboardMapTests : ComponentTest<KeyboardMap>
{
    [Fact]
    public void TheMapOpensOnRequestAndClosesAgain()
    {
        Render<MudPopoverProvider>();
        var dialogs = Render<MudDialogProvider>();
        var map = Render<KeyboardMap>();
        Assert.Empty(dialogs.FindAll(".keys"));

        map.InvokeAsync(() => map.Instance.OnCommand("help"));
        dialogs.WaitForAssertion(() => Assert.Contains("Start, run or pause", dialogs.Find(".keys").TextContent, StringComparison.Ordinal));
        dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Close").Click();
        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll(".keys")));
    }

    [Fact]
    public void EscapeClosesTheMap()
    {
        Render<MudPopoverProvider>();
        var dialogs = Render<MudDialogProvider>();
        var map = Render<KeyboardMap>();
        map.InvokeAsync(() => map.Instance.OnCommand("help"));
        dialogs.WaitForAssertion(() => Assert.NotEmpty(dialogs.FindAll(".keys")));
        map.InvokeAsync(() => map.Instance.OnCommand("close"));
        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll(".keys")));
    }

    [Theory]
    [InlineData("toggle", Shortcut.Toggle)]
    [InlineData("step-epoch", Shortcut.StepEpoch)]
    [InlineData("new-seed", Shortcut.NewSeed)]
    [InlineData("reset", Shortcut.Reset)]
    [InlineData("layer-3", Shortcut.FirstLayer + 2)]
    public async Task AKeyBecomesACommand(string name, Shortcut expected)
    {
        var raised = new List<Shortcut>();
        using var listening = Keys.Listen(shortcut =>
        {
            raised.Add(shortcut);
            return Task.CompletedTask;
        });
        var map = Render<KeyboardMap>();
        await map.InvokeAsync(() => map.Instance.OnCommand(name));

        Assert.Equal([expected], raised);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("layer-0")]
    [InlineData("layer-12")]
    [InlineData("format-disk")]
    public async Task WhatIsNoCommandDoesNothing(string? name)
    {
        var raised = 0;
        using var listening = Keys.Listen(_ => Task.FromResult(raised++));
        var map = Render<KeyboardMap>();
        await map.InvokeAsync(() => map.Instance.OnCommand(name));

        Assert.Equal(0, raised);
    }
}
