using Bunit;
using ForwardForward.Web.Components.Pages;
using ForwardForward.Web.ViewModels.Glossary;

namespace ForwardForward.Web.Tests.Components;

public sealed class GlossaryPageTests : ComponentTest<GlossaryPage>
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
    public void AWordThatIsNotThereIsNotFound() => Assert.Null(Terms.Find("backwards"));
}
