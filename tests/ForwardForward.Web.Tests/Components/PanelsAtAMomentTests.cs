using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Live;
using ForwardForward.Web.Components.Pages;

namespace ForwardForward.Web.Tests.Components;

/// <summary>Every panel of the lab shows the moment that the slider chose, and goes back to live together.</summary>
public sealed class PanelsAtAMomentTests : ComponentTest<LabPage>
{
    private const string Id = "k3v9x2m7q4ab";

    [Fact]
    public async Task EveryPanelShowsTheMomentOfTheLinkAndLiveReturns()
    {
        var page = Page("?tab=layers&at=100");
        page.WaitForAssertion(() => Assert.Equal("step 100", page.Find(".scrubber .moment strong").TextContent));
        page.WaitForAssertion(() => Assert.Contains("at step 100", page.Find(".fields .caption").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("step 100", page.Find(".layers-panel .caption").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal("100", page.FindAll(".layers-panel article:first-child dd")[2].TextContent));
        page.WaitForAssertion(() => Assert.Contains("80.00", page.Find(".errors .newest dd").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Null(page.Find(".examples .example").GetAttribute("hidden")));
        await Eventually.TrueAsync(() => Browser.Calls("mark").Any(call => call[1]?.ToString() == "{ epochs = 0.2, batches = 100, time = 1 }"));

        await page.InvokeAsync(() => Keys.RaiseAsync(Shortcut.Live));
        page.WaitForAssertion(() => Assert.Equal("on the newest batch", page.Find(".layers-panel .caption").TextContent));
        page.WaitForAssertion(() => Assert.Equal("3", page.FindAll(".layers-panel article:first-child dd")[2].TextContent));
        page.WaitForAssertion(() => Assert.Contains("4.21", page.Find(".errors .newest dd").TextContent, StringComparison.Ordinal));
        await Eventually.TrueAsync(() => Browser.Calls("mark")[^1][1] is null);
        Assert.EndsWith($"runs/{Id}?tab=layers", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void BeforeTheFirstStepPanelsSayThatThereWasNoBatch()
    {
        var page = Page("?tab=layers&at=0");
        page.WaitForAssertion(() => Assert.Contains("no batch to measure", page.Find(".layers-panel .empty").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("there was no batch yet", page.Find(".examples .empty").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void AMomentKeepsTheFirstUnitsAndSaysSo()
    {
        var page = Page("?at=100");
        page.WaitForAssertion(() => Assert.Equal("1–60 of 60 kept", page.Find(".fields .pages > span").TextContent));
        Assert.Equal("api/runs/k3v9x2m7q4ab/layers/0/fields.apng", page.Find("a.film").GetAttribute("href"));
    }

    [Theory]
    [InlineData("at=-1")]
    [InlineData("at=soon")]
    [InlineData("at=99999999999999999999")]
    [InlineData("with=later")]
    public void ALinkThatMakesNoSenseIsLive(string query)
    {
        var page = Page($"?{query}");
        Assert.Equal("live", page.Find(".scrubber .moment strong").TextContent);
        Assert.Empty(page.FindAll(".comparison"));
    }

    [Fact]
    public void TwoMomentsStandSideBySide()
    {
        var page = Page("?at=100");
        page.WaitForAssertion(() => Assert.Equal("step 100", page.Find(".scrubber .moment strong").TextContent));
        page.FindAll(".scrubber button").First(button => button.TextContent.Trim() == "Compare").Click();
        page.WaitForAssertion(() => Assert.Equal(["Step 100, epoch 0.20", "Live"], page.FindAll(".comparison form > h2").Select(title => title.TextContent)));
        Assert.EndsWith("at=100&with=live", Navigation.Uri, StringComparison.Ordinal);

        page.FindAll(".time")[1].Change("2");
        page.WaitForAssertion(() => Assert.Equal("Step 500, epoch 1.00", page.FindAll(".comparison form > h2")[1].TextContent));
        Assert.EndsWith("at=100&with=500", Navigation.Uri, StringComparison.Ordinal);
        page.FindAll(".scrubber button").First(button => button.TextContent.Trim() == "Compare").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".comparison")));
    }

    private IRenderedComponent<LabPage> Page(string query)
    {
        var run = AddRun();
        run.Keep(0, 100, 500, 750);
        run.Publish(Samples.Fields(1, 750));
        run.Publish(Samples.Examples(1, 750));
        run.Statistics = new([150, 120], [60, 40], 0.34f, 3, 1, 0.0412f);
        Navigation.NavigateTo($"runs/{Id}{query}");
        return Render<LabPage>(parameters => parameters.Add(one => one.Id, Id));
    }
}
