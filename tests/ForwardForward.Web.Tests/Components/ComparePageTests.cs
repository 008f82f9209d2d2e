using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Pages;

namespace ForwardForward.Web.Tests.Components;

public sealed class ComparePageTests : ComponentTest<ComparePage>
{
    [Theory]
    [InlineData("compare", "needs two runs")]
    [InlineData("compare?runs=k3v9x2m7q4ab", "needs two runs")]
    [InlineData("compare?runs=k3v9x2m7q4ab,k3v9x2m7q4ab", "needs two runs")]
    [InlineData("compare?runs=1,2,3,4,5,6,7,8,9", "at most 8 runs; the link names 9")]
    [InlineData("compare?runs=k3v9x2m7q4ab,nosuchrun123", "There is no run 'nosuchrun123'.")]
    public void WhatCannotBeComparedIsSaid(string link, string words)
    {
        AddRun();
        Navigation.NavigateTo(link);
        Assert.Contains(words, Render<ComparePage>().Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void RunsStandOnSharedAxesWithTheirErrorsAndWhatDiffers()
    {
        var page = Page(run => run with { Recipe = Samples.Recipe(seed: 2), Scores = Samples.Scores(3, 3.5, null, null) });

        Assert.Contains("4.21\u00a0%", page.Find("[data-run=k3v9x2m7q4ab]").TextContent, StringComparison.Ordinal);
        Assert.Contains("3.00\u00a0%", page.Find("[data-run=another12345]").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll("figure"));
        Assert.Equal(["Seed", "1", "2"], page.FindAll(".differences tbody tr").Single().Children.Select(cell => cell.TextContent));
    }

    [Fact]
    public void EightRunsHaveEightLines()
    {
        var ids = Enumerable.Range(1, 8).Select(i => $"many{i}").ToArray();
        Assert.All(ids, id => Runs.Add(Samples.Run(id)));
        Navigation.NavigateTo($"compare?runs={string.Join(',', ids)}");
        var page = Render<ComparePage>();

        Assert.Equal(["A", "B", "C", "D", "E", "F", "G", "H"], page.FindAll(".mark strong").Select(letter => letter.TextContent));
        Assert.Equal(8, page.FindAll(".compared .run-line").Select(line => line.ClassName).Distinct().Count());
        Assert.Contains("of 8 runs", page.Find("figure").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void RunsWithAMeasureOfTheirOwnAreComparedByIt()
    {
        Runs.Add(Samples.RunWithOwnMeasure("own1"));
        Runs.Add(Samples.RunWithOwnMeasure("own2"));
        Navigation.NavigateTo("compare?runs=own1,own2");
        var page = Render<ComparePage>();

        Assert.Equal("Validation error by free energy", page.Find(".panel h2").TextContent);
        Assert.Contains("validation error by free energy 5.20\u00a0%", page.Find("[data-run=own2]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("by goodness", page.Find(".tools select").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLinkSaysByWhatAndHow()
    {
        var page = Page(query: "&metric=pairwise-error&layer=3&scale=log");

        Assert.Equal("Pairwise error", page.Find(".panel h2").TextContent);
        Assert.Equal("layer 3, logarithmic", page.Find(".panel .caption").TextContent);
        await page.InvokeAsync(() => page.Find(".tools .choice select").Change(MetricNames.ValidationSoftmax));
        page.WaitForAssertion(() => Assert.EndsWith("compare?runs=k3v9x2m7q4ab,another12345&metric=validation%2Fsoftmax-error&layer=3&scale=log", Navigation.Uri, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal("Validation error by softmax", page.Find(".panel h2").TextContent));
    }

    [Fact]
    public void TheLinkSaysWhatTheHorizontalAxisCounts()
    {
        Page(query: "&axis=time");
        Assert.Contains("axis = time", Assert.Single(Browser.Calls("attach"))[2]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ALinkThatMakesNoSenseFallsBackToWhatDoes()
    {
        var page = Page(query: "&metric=nonsense&layer=99&scale=upside-down&axis=sideways");
        Assert.Equal("Validation error by goodness", page.Find(".panel h2").TextContent);
    }

    [Fact]
    public async Task PointsOfBothGoToOneChart()
    {
        Page();
        Runs.Run("k3v9x2m7q4ab").Publish(10, 1, 1, (MetricNames.ValidationGoodness, 4));
        Runs.Run("another12345").Publish(10, 1, 1, (MetricNames.ValidationGoodness, 3));

        // Of both lines the chart was sent a point, in one message or in two.
        await Eventually.TrueAsync(() => new[] { 4f, 3f }.All(error => Browser.Calls("push").Any(call => call[1] is byte[] bytes && bytes.AsSpan().IndexOf(BitConverter.GetBytes(error)) > 0)));
    }

    [Fact]
    public async Task OfThreeRunsOneCanBeTakenOut()
    {
        Runs.Add(Samples.Run("third1234567"));
        var page = Page(query: ",third1234567");
        await page.InvokeAsync(() => page.FindAll(".act button")[1].Click());

        page.WaitForAssertion(() => Assert.EndsWith("compare?runs=k3v9x2m7q4ab,third1234567", Navigation.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public void ThereIsOneFileOfBoth() => Assert.Equal("api/metrics.csv?runs=k3v9x2m7q4ab,another12345", Page().Find("header .aside a").GetAttribute("href"));

    [Fact]
    public void OlderLinksOfTwoRunsStillHold()
    {
        AddRun();
        Runs.Add(Samples.Run("another12345"));
        Navigation.NavigateTo("compare?a=k3v9x2m7q4ab&b=another12345");
        Assert.Equal(2, Render<ComparePage>().FindAll(".compared tbody tr").Count);
    }

    [Fact]
    public void EqualRunsDifferInNothing() => Assert.Contains("Nothing: all were started with the same", Page().Markup, StringComparison.Ordinal);

    [Fact]
    public void SyntheticDigitsAreNamed() => Assert.Contains("Synthetic digits.", Page(run => run with { IsSynthetic = true }).Markup, StringComparison.Ordinal);

    [Fact]
    public void WhatNobodyHasMeasuredIsSaid() => Assert.Contains("None of these runs has measured this yet.", Page().Markup, StringComparison.Ordinal);

    private IRenderedComponent<ComparePage> Page(Func<RunSnapshot, RunSnapshot>? second = null, string query = "")
    {
        AddRun();
        var other = Samples.Run("another12345");
        Runs.Add(second is null ? other : second(other));
        Navigation.NavigateTo($"compare?runs=k3v9x2m7q4ab,another12345{query}");
        return Render<ComparePage>();
    }
}
