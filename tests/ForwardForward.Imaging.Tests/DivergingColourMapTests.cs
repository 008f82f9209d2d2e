namespace ForwardForward.Imaging.Tests;

public sealed class DivergingColourMapTests
{
    [Fact]
    public void StopsAreHitExactly()
    {
        for (var i = 0; i < DivergingColourMap.Stops.Count; i++)
        {
            Assert.Equal(DivergingColourMap.Stops[i], DivergingColourMap.At(((float)i / (DivergingColourMap.Stops.Count - 1) * 2) - 1));
        }
    }

    [Fact]
    public void ValuesBeyondTheEndsTakeTheEndsColour()
    {
        Assert.Equal(DivergingColourMap.Stops[0], DivergingColourMap.At(-7));
        Assert.Equal(DivergingColourMap.Stops[^1], DivergingColourMap.At(float.MaxValue));
        Assert.Equal(DivergingColourMap.NotFinite, DivergingColourMap.At(float.NaN));
    }

    [Fact]
    public void LightnessFallsEvenlyAndAlikeOnBothSides()
    {
        var steps = Enumerable.Range(0, 21).Select(i => i / 20f).ToArray();
        foreach (var value in steps)
        {
            Assert.Equal(0.975 - (0.575 * value), Lightness(DivergingColourMap.At(value)), 0.006);
            Assert.Equal(0.975 - (0.575 * value), Lightness(DivergingColourMap.At(-value)), 0.006);
        }
    }

    [Fact]
    public void SignsAreToldApartWithoutRedOrGreen()
    {
        // Somebody who cannot tell red from green still sees blue against yellow.
        for (var value = 0.1f; value <= 1; value += 0.1f)
        {
            var (below, above) = (DivergingColourMap.At(-value), DivergingColourMap.At(value));
            Assert.True((below & 255) - (above & 255) > 300 * Math.Min(value, 0.25f), $"at {value}");
        }
    }

    /// <summary>OKLab's lightness (Ottosson 2020).</summary>
    private static double Lightness(int colour)
    {
        static double Linear(int channel)
        {
            var value = (channel & 255) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        var (r, g, b) = (Linear(colour >> 16), Linear(colour >> 8), Linear(colour));
        var l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        var m = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        var s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        return (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s);
    }
}
