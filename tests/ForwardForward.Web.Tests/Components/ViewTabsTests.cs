using Bunit;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Pages;
using ForwardForward.Web.ViewModels;

namespace ForwardForward.Web.Tests.Components;

public sealed class ViewTabsTests : ComponentTest<ViewTabs>
{
    [Fact]
    public void EveryViewIsALinkAndTheOpenOneIsMarked()
    {
        var tabs = Tabs(LabTab.Layers);

        Assert.Equal(["Overview", "Curves", "Receptive fields", "Positive and negative", "Layers", "Slow motion"], tabs.FindAll("a").Select(link => link.TextContent));
        Assert.Equal("runs/k3v9x2m7q4ab?tab=layers", tabs.Find("[aria-current=page]").GetAttribute("href"));
        Assert.Equal("runs/k3v9x2m7q4ab", tabs.FindAll("a")[0].GetAttribute("href"));
    }

    [Fact]
    public async Task TheOpenOneIsBroughtIntoSightOnceForEveryView()
    {
        var tabs = Tabs(LabTab.Overview);
        await Eventually.TrueAsync(() => Browser.Calls("show").Count == 1);
        tabs.Render(parameters => parameters.Add(one => one.View, View(LabTab.Overview) with { Layer = 2 }));
        tabs.Render(parameters => parameters.Add(one => one.View, View(LabTab.Slow)));

        await Eventually.TrueAsync(() => Browser.Calls("show").Count == 2);
    }

    [Fact]
    public void ABrowserThatIsGoneIsNoError()
    {
        Browser.IsGone = true;

        Assert.NotEmpty(Tabs(LabTab.Curves).FindAll("a"));
    }

    private static LabView View(LabTab tab) => new("k3v9x2m7q4ab", tab);

    private IRenderedComponent<ViewTabs> Tabs(LabTab tab) => Render<ViewTabs>(parameters => parameters.Add(one => one.View, View(tab)));
}
