using Bunit;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.RunViews;

namespace ForwardForward.Web.Tests.Components;

public sealed class WelcomeTests : ComponentTest<Welcome>
{
    [Fact]
    public void ItSaysWhatTheLaboratoryIs()
    {
        var welcome = Render<Welcome>();

        Assert.Equal("A network that learns with two forward passes", welcome.Find("h1").TextContent);
        Assert.Empty(welcome.FindAll(".alive"));
    }

    [Fact]
    public void RunsUnderWayAreOneClickAway() =>
        Assert.Equal("runs/k3v9x2m7q4ab", Render<Welcome>(parameters => parameters.Add(one => one.Alive, [Samples.Run()])).Find(".alive a").GetAttribute("href"));

    [Fact]
    public void OneButtonStartsAQuickRun()
    {
        var pressed = 0;
        var welcome = Render<Welcome>(parameters => parameters.Add(one => one.Promise, "Small, about a minute").Add(one => one.OnQuick, () => pressed++));
        Assert.Contains("Small, about a minute", welcome.Find(".begin").TextContent, StringComparison.Ordinal);
        var button = welcome.Find(".begin button");
        Assert.Equal("Start a quick run", button.TextContent.Trim());
        button.Click();
        Assert.Equal(1, pressed);
    }

    [Fact]
    public void WhileItStartsTheButtonWaitsAndRefusalsAreShown()
    {
        var welcome = Render<Welcome>(parameters => parameters.Add(one => one.Busy, true).Add(one => one.Problem, "The disk is full."));
        Assert.True(welcome.Find(".begin button").HasAttribute("disabled"));
        Assert.Contains("The disk is full.", welcome.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void WithAShippedNetworkItInvitesToDrawAtOnce() => Assert.Contains(
        "draw a digit", Render<Welcome>(parameters => parameters.Add(one => one.Starter, Samples.Starter())).Find(".words").TextContent, StringComparison.Ordinal);
}
