using Bunit;
using ForwardForward.Web.Components.Layout;
using ForwardForward.Web.Components.Live;

namespace ForwardForward.Web.Tests.Components;

public sealed class TopBarTests : ComponentTest<TopBar>
{
    [Theory]
    [InlineData("", "Lab")]
    [InlineData("runs", "Runs")]
    [InlineData("glossary#goodness", "Glossary")]
    [InlineData("runs?x=1", "Runs")]
    [InlineData("paper", "Paper")]
    [InlineData("runs/k3v9x2m7q4ab?tab=fields", "Lab")]
    public void TheBarSaysWhereOneIs(string path, string here)
    {
        var bar = Render<TopBar>();
        Navigation.NavigateTo(path);

        bar.WaitForAssertion(() => Assert.Equal(here, Assert.Single(bar.FindAll("[aria-current=page]")).TextContent));
    }

    [Fact]
    public void HelpIsOneClickAway()
    {
        var raised = new List<Shortcut>();
        using var listening = Keys.Listen(shortcut =>
        {
            raised.Add(shortcut);
            return Task.CompletedTask;
        });
        Render<TopBar>().Find("button").Click();

        Assert.Equal([Shortcut.Help], raised);
    }
}
