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
}
