using Bunit;
using ForwardForward.Web.Components.Layout;

namespace ForwardForward.Web.Tests.Components;

public sealed class MainLayoutTests : ComponentTest<MainLayout>
{
    [Fact]
    public void ThePageStandsBetweenBarAndKeys()
    {
        var layout = Layout("<h1>Content</h1>");

        Assert.Equal("Content", layout.Find("main#content h1").TextContent);
        Assert.EndsWith("#content", layout.Find(".skip").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void AFaultIsSaidAndThePageCanBeShownAgain()
    {
        var broken = true;
        var layout = Render<MainLayout>(parameters => parameters.Add(one => one.Body, builder =>
        {
            builder.AddContent(0, broken ? throw new InvalidOperationException("Broken on purpose.") : "Whole again");
        }));

        Assert.Contains("This part of the page failed", layout.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("on purpose", layout.Markup, StringComparison.Ordinal);
        broken = false;
        layout.FindAll("button").Single(button => button.TextContent.Trim() == "Show the page again").Click();
        layout.WaitForAssertion(() => Assert.Contains("Whole again", layout.Find("main").TextContent, StringComparison.Ordinal));
    }

    private IRenderedComponent<MainLayout> Layout(string body) =>
        Render<MainLayout>(parameters => parameters.Add(one => one.Body, builder => builder.AddMarkupContent(0, body)));
}
