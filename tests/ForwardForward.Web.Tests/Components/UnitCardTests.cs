using Bunit;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Pictures;
using ForwardForward.Web.ViewModels.Pictures;

namespace ForwardForward.Web.Tests.Components;

public sealed class UnitCardTests : ComponentTest<UnitCard>
{
    private int _moved;
    private bool _closed;

    [Fact]
    public void AUnitIsDrawnLargeWithItsFigures()
    {
        var card = Card(new UnitReading(36, 0.0321, 0.125f, -0.25f, 7, 1));

        Assert.Equal("Unit 37", card.Find("h3").TextContent);
        Assert.Equal(["0.032", "0.125", "−0.250", "7", "1"], card.FindAll("dd").Select(figure => figure.TextContent));
        Assert.Equal("width:224px; height:224px", card.Find("canvas").GetAttribute("style"));
        card.WaitForAssertion(() => Assert.Single(Browser.Calls("paint")));
    }

    [Fact]
    public void WithoutLabelPixelsNothingIsSaidOfLabels() => Assert.DoesNotContain("label", Card(new UnitReading(0, 1, 1, 1, null, null)).Find("dl").TextContent, StringComparison.Ordinal);

    [Fact]
    public void ItsNeighboursAreOneClickAway()
    {
        var card = Card(new UnitReading(0, 1, float.NaN, 1, null, null));
        card.FindAll("button")[0].Click();
        Assert.Equal(-1, _moved);
        card.FindAll("button")[1].Click();
        Assert.Equal(1, _moved);
        card.FindAll("button")[2].Click();
        Assert.True(_closed);
        Assert.DoesNotContain("NaN", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void ALostBrowserEndsItQuietly()
    {
        Browser.IsGone = true;
        Assert.Equal("Unit 1", Card(new UnitReading(0, 1, 1, 1, null, null)).Find("h3").TextContent);
    }

    [Fact]
    public void ABrowserThatTookTooLongOncePaintsTheNextTime()
    {
        Browser.Silence = new TaskCompletionSource();
        var card = Card(new UnitReading(0, 1, 1, 1, null, null));
        Browser.Silence.SetCanceled(Xunit.TestContext.Current.CancellationToken);
        Browser.Silence = null;
        card.Render(parameters => parameters.Add(one => one.Pixels, new byte[784]));
        card.Render(parameters => parameters.Add(one => one.Pixels, new byte[784]));

        card.WaitForAssertion(() => Assert.Equal(2, Browser.Calls("paint").Count));
        Assert.Equal(1, Browser.Open.Held);
    }

    [Fact]
    public void WhatIsReadOffAFieldIsExact()
    {
        var fields = Samples.Fields(1, 10, 2);
        fields.Fields.AsSpan(784).Clear();
        (fields.Fields[784 + 3], fields.Fields[784 + 8]) = (5, -6);
        (fields.Fields[784 + 10], fields.Fields[784 + 11]) = (3, -4);

        Assert.Equal(new UnitReading(1, Math.Sqrt(25.0 / 774), 3, -4, 3, 8), UnitReading.Of(fields, 1));
        Assert.Null(UnitReading.Of(fields, 2));
        Assert.Null(UnitReading.Of(fields, -1));
    }

    private IRenderedComponent<UnitCard> Card(UnitReading reading) => Render<UnitCard>(parameters => parameters
        .Add(one => one.Reading, reading).Add(one => one.Pixels, new byte[784]).Add(one => one.Width, 28).Add(one => one.Height, 28)
        .Add(one => one.OnMove, by => _moved = by).Add(one => one.OnClose, () => _closed = true));
}
