using Bunit;
using ForwardForward.Recipes;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.RunViews;

namespace ForwardForward.Web.Tests.Components;

public sealed class RunFactsTests : ComponentTest<RunFacts>
{
    [Fact]
    public void TheSettingsThatMatterAreWritten()
    {
        var facts = Facts(Samples.Run());

        Assert.Equal("100 – 100 – 100", facts["hidden units"]);
        Assert.Equal("50,000", facts["training images"]);
        Assert.Equal("hard labels", facts["negatives"]);
        Assert.Equal("0.01", facts["learning rate"]);
        Assert.Equal("k3v9x2m7q4ab", facts["name"]);
    }

    [Fact]
    public void ARunOfARecipeThatIsNoMoreStillShows() => Assert.Equal(
        ["trained for", "name"], Facts(Samples.Run() with { Recipe = Samples.Recipe("gone") with { Settings = UnknownSettings.Read([]) } }).Keys);

    private Dictionary<string, string> Facts(RunSnapshot run) => Render<RunFacts>(parameters => parameters.Add(one => one.Run, run))
        .FindAll(".facts div").ToDictionary(fact => fact.QuerySelector("dt")!.TextContent, fact => fact.QuerySelector("dd")!.TextContent);
}
