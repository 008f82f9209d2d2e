using ForwardForward.Recipes;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Curves;
using ForwardForward.Web.ViewModels.Starting;

namespace ForwardForward.Web.Tests.ViewModels;

/// <summary>The link is the view, and what comes in by it is checked.</summary>
public sealed class LinkTests
{
    private readonly List<string> _complaints = [];

    [Theory]
    [InlineData("time", "0.6", "log-probability", "linear", "runs/abc?axis=time&smooth=0.6&goodness=log-probability&errors=linear")]
    [InlineData("2", "1.5", "nonsense", "nonsense", "runs/abc")]
    [InlineData("BATCHES", "NaN", "probability", null, "runs/abc?axis=batches&goodness=probability")]
    public void HowCurvesAreDrawnIsPartOfIt(string axis, string smoothing, string goodness, string? errors, string link) =>
        Assert.Equal(link, (LabView.Parse("abc", null, null) with { Curves = CurveView.Parse(axis, smoothing, goodness, errors) }).Link());

    [Theory]
    [InlineData("off", "projector", "runs/abc?controls=off&size=projector")]
    [InlineData("on", "huge", "runs/abc")]
    public void SoIsHowThePageIsShown(string controls, string size, string link) =>
        Assert.Equal(link, (LabView.Parse("abc", null, null) with { Showing = Showing.Parse(controls, size) }).Link());

    [Fact]
    public void ARecipeIsReadAndWritten()
    {
        var offered = RecipeLink.Parse("FF-unsupervised", "smoke", "18446744073709551615", RecipeList.OfProduct(), _complaints);

        Assert.Empty(_complaints);
        Assert.Equal("?recipe=ff-unsupervised&scale=smoke&seed=18446744073709551615", (new LabView(null) { Offered = offered }).Link());
        Assert.Equal("runs/abc", (new LabView("abc") { Offered = offered }).Link());
    }

    [Fact]
    public void WhatALinkCannotMeanIsSaidByNameAndValue()
    {
        var offered = RecipeLink.Parse("ff-magic", "huge", "-3", RecipeList.OfProduct(), _complaints);

        Assert.Equal(new RecipeLink(RecipeList.OfProduct().Ids[0], Scale.Quick, null), offered);
        Assert.Collection(
            _complaints,
            recipe => Assert.Matches("'ff-magic'.*ff-supervised-small", recipe),
            scale => Assert.Matches("'huge'.*smoke, quick, paper", scale),
            seed => Assert.Contains("'-3'", seed, StringComparison.Ordinal));
    }

    [Fact]
    public void ALinkWithoutRecipeChangesNothing() => Assert.Null(RecipeLink.Parse(null, "", null, RecipeList.OfProduct(), _complaints));
}
