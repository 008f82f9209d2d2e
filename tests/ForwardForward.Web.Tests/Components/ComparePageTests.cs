using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Pages;
using ForwardForward.Web.ViewModels.Curves;

namespace ForwardForward.Web.Tests.Components;

public sealed class ComparePageTests : ComponentTest<ComparePage>
{
    [Theory]
    [InlineData("compare", "needs two runs")]
    [InlineData("compare?a=k3v9x2m7q4ab", "needs two runs")]
    [InlineData("compare?a=k3v9x2m7q4ab&b=nosuchrun123", "There is no run 'nosuchrun123'.")]
    public void WhatCannotBeComparedIsSaid(string link, string words)
    {
        AddRun();
        Navigation.NavigateTo(link);
        Assert.Contains(words, Render<ComparePage>().Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoRunsStandOnSharedAxes()
    {
        var page = Page(run => run with { Recipe = Samples.Recipe(seed: 2), Errors = new RunErrors(3, 3.5, null, null) });

        Assert.Equal(["4.21\u00a0%", "5.03\u00a0%"], page.FindAll(".first dd").Select(figure => figure.TextContent));
        Assert.Equal(["3.00\u00a0%", "3.50\u00a0%"], page.FindAll(".second dd").Select(figure => figure.TextContent));
        Assert.Equal(2, page.FindAll("figure").Count);
        Assert.Equal(["Seed", "1", "2"], page.FindAll("tbody tr").Single().Children.Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task PointsOfBothGoToOneChart()
    {
        Page();
        Runs.Run("k3v9x2m7q4ab").Publish(10, 1, 1, (MetricNames.ValidationGoodness, 4));
        Runs.Run("another12345").Publish(10, 1, 1, (MetricNames.ValidationGoodness, 3));

        // For both lines: index, number of points, then six numbers of each, the last one its highest value.
        await Eventually.TrueAsync(() => Browser.Calls("push").Any(call => call[1] is byte[] bytes && bytes.Length >= 8 + CurveReader.BytesPerPoint && BitConverter.ToInt32(bytes, bytes.Length - CurveReader.BytesPerPoint - 4) == 1 && BitConverter.ToSingle(bytes, bytes.Length - 4) == 3));
    }

    [Fact]
    public void EqualRunsDifferInNothing() => Assert.Contains("Nothing: both were started with the same", Page().Markup, StringComparison.Ordinal);

    [Fact]
    public void SyntheticDigitsAreNamed() => Assert.Contains("Synthetic digits.", Page(run => run with { IsSynthetic = true }).Markup, StringComparison.Ordinal);

    private IRenderedComponent<ComparePage> Page(Func<RunSnapshot, RunSnapshot>? second = null)
    {
        AddRun();
        var other = Samples.Run("another12345");
        Runs.Add(second is null ? other : second(other));
        Navigation.NavigateTo("compare?a=k3v9x2m7q4ab&b=another12345");
        return Render<ComparePage>();
    }
}
