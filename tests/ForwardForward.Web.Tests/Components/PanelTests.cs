using Bunit;
using ForwardForward.Web.Components.Controls;

namespace ForwardForward.Web.Tests.Components;

public sealed class PanelTests : ComponentTest<Panel>
{
    [Fact]
    public void ThePanelIsNamedByItsHeading()
    {
        var panel = Render<Panel>(parameters => parameters.Add(one => one.Title, "Error").AddChildContent("<p>content</p>"));

        Assert.Equal("Error", panel.Find("#" + panel.Find("section").GetAttribute("aria-labelledby")).TextContent);
        Assert.Empty(panel.FindAll(".caption, .aside"));
        Assert.Equal("content", panel.Find("section > p").TextContent);
    }

    [Fact]
    public void ItsNameLeadsToTheGlossary()
    {
        var link = Render<Panel>(parameters => parameters.Add(one => one.Title, "Goodness").Add(one => one.Term, "goodness")).Find("h2 a");

        Assert.Equal(("Goodness", "glossary#goodness"), (link.TextContent, link.GetAttribute("href")));
        Assert.StartsWith("The sum of the squared activities", link.GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public void CaptionAndControlsStandBesideTheHeading()
    {
        var panel = Render<Panel>(parameters => parameters.Add(one => one.Title, "Error").Add(one => one.Caption, "logarithmic").Add(one => one.Aside, "<b>legend</b>"));

        Assert.Equal("logarithmic", panel.Find("header .caption").TextContent);
        Assert.Equal("legend", panel.Find("header .aside b").TextContent);
    }
}
