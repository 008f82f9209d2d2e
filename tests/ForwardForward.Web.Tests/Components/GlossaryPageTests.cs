using System.Text.RegularExpressions;
using Bunit;
using ForwardForward.Web.Components.Pages;
using ForwardForward.Web.ViewModels.Comparing;
using ForwardForward.Web.ViewModels.Glossary;

namespace ForwardForward.Web.Tests.Components;

public sealed partial class GlossaryPageTests : ComponentTest<GlossaryPage>
{
    [Fact]
    public void EveryWordHasItsPlaceAndItsMeaning()
    {
        var page = Render<GlossaryPage>();
        var words = page.FindAll("dl > div");

        Assert.Equal(words.Count, words.Select(word => word.Id).Distinct().Count());
        Assert.All(words, word => Assert.EndsWith(".", Terms.Find(word.Id!)!.Meaning, StringComparison.Ordinal));
        Assert.Contains("paper, section\u00a02", page.Find("#goodness").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#fork .section"));
    }

    [Fact]
    public void EveryGroupCanBeReachedFromTheTop()
    {
        var page = Render<GlossaryPage>();
        var links = page.FindAll("nav a").Select(link => link.GetAttribute("href")!.Split('#')[1]).ToArray();
        Assert.Equal(Terms.All.Count, links.Length);
        Assert.All(links, link => Assert.NotNull(page.Find($"section[id={link}]")));
    }

    [Fact]
    public void AWordThatIsNotThereIsNotFound() => Assert.Null(Terms.Find("backwards"));

    [Fact]
    public void EveryWordThatAPageLinksToIsThere()
    {
        var pages = Path.Combine(Root(), "src", "ForwardForward.Web", "Components");
        var linked = Directory.EnumerateFiles(pages, "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Link().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Concat(CompareMetric.All.Select(metric => metric.Term)).Distinct().ToArray();

        Assert.Contains("goodness", linked);
        Assert.Equal([], linked.Where(id => Terms.Find(id) is null));
    }

    [Theory]
    [InlineData("goodness", "threshold", "positive", "negative", "pairwise-error", "p-positive", "validation-error", "test-error", "training-error")]
    [InlineData("receptive-field", "hybrid", "mask", "label-pixels", "neutral-label", "hard-negative", "activity", "normalised-activity", "peer-normalisation")]
    [InlineData("active-share", "dead-unit", "weight-rms", "histogram", "smoothing", "logarithmic", "scrubber", "slow-motion", "what-the-net-sees")]
    [InlineData("run", "recipe", "seed", "scale", "epoch", "state", "fork", "checkpoint", "note", "bin", "synthetic", "starter")]
    public void TheWordsOfThePanelsAreThere(params string[] ids) => Assert.All(ids, id => Assert.NotNull(Terms.Find(id)));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ForwardForward.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests must lie in the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("(?:Term=\"|glossary#)(?!group-)([a-z][a-z-]*)")]
    private static partial Regex Link();
}
