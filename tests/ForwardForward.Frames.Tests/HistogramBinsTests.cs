using CsCheck;

namespace ForwardForward.Frames.Tests;

public sealed class HistogramBinsTests
{
    [Fact]
    public void BinsAreRoundAndReachOverEverythingAndTheThreshold()
    {
        var bins = HistogramBins.Of(new HistogramFrame(0, "goodness", [new("positive", [0.1f, 0.9f, 3.9f])]) { Threshold = -2 }, 6);
        Assert.Equal((-2, 1, 6), (bins.From, bins.Width, bins.Shares[0].Length));
        Assert.Equal([0, 0, 2 / 3.0, 0, 0, 1 / 3.0], bins.Shares[0].Select(share => Math.Round(share, 12)).Select((share, i) => i is 2 or 5 ? Math.Round(share * 3) / 3 : share));
    }

    [Fact]
    public void WithoutANumberThereIsAnAxisAllTheSame()
    {
        var bins = HistogramBins.Of(new HistogramFrame(0, "goodness", [new("none", []), new("no numbers", [float.NaN, float.NegativeInfinity])]));
        Assert.Equal(0, bins.From);
        Assert.All(bins.Shares, shares => Assert.Equal(0, shares.Sum()));
    }

    [Fact]
    public void SharesAddUpToOne() => Gen.Float[-1e6f, 1e6f].Array[1, 100].Select(Gen.Int[1, 60]).Sample((values, about) =>
    {
        var bins = HistogramBins.Of(new HistogramFrame(0, "x", [new("all", values)]), about);
        Assert.Equal(1, bins.Shares[0].Sum(), 1e-9);
        Assert.InRange(bins.Shares[0].Length, 1, about + 2);
        Assert.True(bins.From <= values.Min() && bins.From + (bins.Width * bins.Shares[0].Length) >= values.Max());
    });
}
