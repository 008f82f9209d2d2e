using Bunit;
using ForwardForward.Experiments;
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

    private IRenderedComponent<LabPage> Page(string? id) => Render<LabPage>(parameters => parameters.Add(one => one.Id, id));
}
