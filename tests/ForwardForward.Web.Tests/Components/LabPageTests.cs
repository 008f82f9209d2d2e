using Bunit;
using ForwardForward.Recipes;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Live;
using ForwardForward.Web.Components.Pages;

namespace ForwardForward.Web.Tests.Components;

public sealed class LabPageTests : ComponentTest<LabPage>
{
    private const string Id = "k3v9x2m7q4ab";

    [Fact]
    public void WithoutARunItInvitesToStartOne()
    {
        var page = Page(null);

        Assert.Contains("Press start", page.Find(".welcome").TextContent, StringComparison.Ordinal);
        Assert.Contains("Start", page.Find("form button[type=submit]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".strip"));
    }

    [Fact]
    public void WithoutARunInTheLinkThoseUnderWayAreOffered()
    {
        AddRun();
        Assert.Equal($"runs/{Id}", Page(null).Find(".alive a").GetAttribute("href"));
    }

    [Fact]
    public void WithoutARunTheShippedNetworkReadsThePad()
    {
        Runs.Add(Samples.Starter());
        var page = Page(null);

        Assert.Contains("read by the shipped network, 1.87\u00a0% wrong on test digits", page.Find(".pad").TextContent, StringComparison.Ordinal);
        Assert.Contains("draw a digit", page.Find(".welcome").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".alive"));
        Assert.Empty(page.FindAll(".strip"));
    }

    [Fact]
    public void OnARunTheRunReadsThePad()
    {
        Runs.Add(Samples.Starter());
        AddRun();
        Assert.Contains("read by this run", Page(Id).Find(".pad").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void OneButtonStartsAQuickRunAndGoesThere()
    {
        var page = Page(null);
        page.Find(".welcome .begin button").Click();
        page.WaitForAssertion(() => Assert.Contains("runs/fake", Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal(("ff-supervised-small", Scale.Quick), Runs.Requests.Select(request => (request.Recipe, request.Scale)).Single());
    }

    [Fact]
    public void WhyAQuickRunDidNotStartIsSaid()
    {
        Runs.Failure = new RunStateException("The program is closing.");
        var page = Page(null);
        page.Find(".welcome .begin button").Click();
        page.WaitForAssertion(() => Assert.Contains("The program is closing.", page.Find(".welcome [role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void AnUnknownRunIsSaidToBeMissing() => Assert.Equal("There is no run 'nosuchrun123'", Page("nosuchrun123").Find("h1").TextContent);

    [Fact]
    public void ALiveRunIsFollowed()
    {
        var run = AddRun();
        var page = Page(Id);
        Assert.NotEmpty(page.FindAll(".strip .badge.running"));

        run.Change(one => one with { State = RunState.Completed });
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".strip .badge.completed")));
    }

    [Fact]
    public async Task ARunThatIsDeletedMeanwhileIsSaidToBeMissing()
    {
        AddRun();
        var page = Page(Id);
        await Runs.DeleteAsync(Id, Xunit.TestContext.Current.CancellationToken);
        Runs.Add(Samples.Run("another12345"));

        // The next look at it finds nothing.
        page.FindAll(".strip button").First(button => button.TextContent.Trim() == "Pause").Click();
        page.WaitForAssertion(() => Assert.Contains($"'{Id}'", page.Find("[role=alert], .missing h1").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("curves", "Curves")]
    [InlineData("fields", "Receptive fields")]
    [InlineData("examples", "Positive and negative")]
    [InlineData("layers", "Layers")]
    [InlineData("slow", "Slow motion")]
    [InlineData("no-such-tab", "Overview")]
    public void TheLinkHoldsTheView(string tab, string name)
    {
        AddRun();
        Navigation.NavigateTo($"runs/{Id}?tab={tab}");
        Assert.Equal(name, Page(Id).Find(".views [aria-current=page]").TextContent);
    }

    [Fact]
    public void SyntheticDigitsAreNamedOnEveryTab()
    {
        AddRun(change: run => run with { IsSynthetic = true });
        Assert.Equal("synthetic digits", Page(Id).Find(".views .data").TextContent);
    }

    [Fact]
    public void CommandsGoToTheRunAndRefusalsAreShown()
    {
        AddRun();
        var page = Page(Id);
        page.FindAll(".strip button").First(button => button.TextContent.Trim() == "Pause").Click();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".strip .badge.paused")));
        Assert.Contains($"pause {Id}", Runs.Commands);

        Runs.Failure = new RunStateException("It is being stopped.");
        page.FindAll(".strip button").First(button => button.TextContent.Trim() == "Resume").Click();
        page.WaitForAssertion(() => Assert.Contains("It is being stopped.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task KeysSteerTheRun()
    {
        AddRun();
        var page = Page(Id);
        await page.InvokeAsync(() => Keys.RaiseAsync(Shortcut.Toggle));
        await page.InvokeAsync(() => Keys.RaiseAsync(Shortcut.StepBatch));
        await page.InvokeAsync(() => Keys.RaiseAsync(Shortcut.FirstLayer + 1));
        await page.InvokeAsync(() => Keys.RaiseAsync(Shortcut.FirstLayer + 8));

        Assert.Equal([$"pause {Id}", $"step-batch {Id}"], Runs.Commands);
        Assert.EndsWith($"runs/{Id}?layer=2", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKeyThrowsTheDie()
    {
        var page = Page(null);
        var seeds = new HashSet<string?> { page.Find("#seed").GetAttribute("value") };
        for (var i = 0; i < 5; i++)
        {
            await page.InvokeAsync(() => Keys.RaiseAsync(Shortcut.NewSeed));
            seeds.Add(page.Find("#seed").GetAttribute("value"));
        }

        Assert.True(seeds.Count > 1, "Five throws gave the seed that was there.");
    }

    [Fact]
    public void ALinkOffersARecipeAndHidesControls()
    {
        Navigation.NavigateTo("?recipe=ff-unsupervised&scale=smoke&seed=3&controls=off&size=projector");
        var page = Page(null);

        Assert.Equal(("Unsupervised", "smoke scale · seed 3"), (page.Find(".bar h1").TextContent, page.Find(".bar .quiet").TextContent));
        Assert.Contains("few", page.Find(".lab").ClassList);
        Assert.Contains("projector", page.Find(".lab").ClassList);
    }

    [Fact]
    public void ALinkToWhatDoesNotExistSaysSo()
    {
        Navigation.NavigateTo("?recipe=ff-magic&seed=x");
        Assert.Matches("'ff-magic'.*'x'", Page(null).Find(".complaints").TextContent);
    }

    [Fact]
    public async Task SpaceStartsWhatTheLinkOffersAndTheRunIsShownInTheSameWay()
    {
        Navigation.NavigateTo("?recipe=ff-unsupervised&scale=smoke&seed=3&controls=off");
        var page = Page(null);
        await page.InvokeAsync(() => Keys.RaiseAsync(Shortcut.Toggle));

        Assert.Equal(("ff-unsupervised", 3ul), (Runs.Requests.Single().Recipe, Runs.Requests.Single().Seed));
        Assert.EndsWith("runs/fake00000001?controls=off", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutControlsPausingIsAllThatIsLeftAndTheRestIsOneLinkAway()
    {
        AddRun();
        Navigation.NavigateTo($"runs/{Id}?tab=curves&controls=off");
        var page = Page(Id);

        Assert.Equal(["Pause"], page.FindAll(".strip button").Select(button => button.TextContent.Trim()));
        Assert.Equal($"runs/{Id}?tab=curves", page.Find(".views .all").GetAttribute("href"));
    }

    [Fact]
    public async Task StartingOverAsksThenStopsAndStartsTheSame()
    {
        AddRun();
        Render<MudBlazor.MudPopoverProvider>();
        var dialogs = Render<MudBlazor.MudDialogProvider>();
        var page = Page(Id);
        await page.InvokeAsync(() => Keys.RaiseAsync(Shortcut.Reset));
        Assert.Empty(Runs.Commands);

        dialogs.WaitForAssertion(() => Assert.NotEmpty(dialogs.FindAll(".mud-dialog")));
        dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Start over").Click();
        dialogs.WaitForAssertion(() => Assert.Equal([$"stop {Id}", "start ff-supervised-small"], Runs.Commands));
    }

    [Fact]
    public void TheFormTakesOverWhatARunWasStartedWith()
    {
        AddRun(change: run => run with { Recipe = run.Recipe with { Seed = 77 } });
        var page = Page(Id);
        page.Find(".rest .change").Click();

        Assert.Equal("77", page.Find("#seed").GetAttribute("value"));
    }

    [Fact]
    public void HowCurvesAreDrawnGoesIntoTheLink()
    {
        AddRun();
        Navigation.NavigateTo($"runs/{Id}?tab=curves");
        Page(Id).FindAll("input[name=curve-axis]")[1].Change(true);

        Assert.EndsWith($"runs/{Id}?tab=curves&axis=batches", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void AChosenRecipeGoesIntoTheLink()
    {
        var page = Page(null);
        page.Find(".recipes summary").Click();
        page.Find("input[value=ff-unsupervised]").Change("ff-unsupervised");

        Assert.Contains("?recipe=ff-unsupervised&scale=quick&seed=1", Navigation.Uri, StringComparison.Ordinal);
    }

    private IRenderedComponent<LabPage> Page(string? id) => Render<LabPage>(parameters => parameters.Add(one => one.Id, id));
}
