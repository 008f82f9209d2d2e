using ForwardForward.Frames;
using ForwardForward.Learning.Readings;

namespace ForwardForward.Learning.Tests.Readings;

/// <summary>How pairs become pictures.</summary>
public sealed class ExampleReadingTests
{
    private static readonly ImageShape Shape = new(2, 1, 3);

    [Fact]
    public void PicturesHaveOnlyThePartsThatEveryPairHas()
    {
        var (mask, whole) = (new float[] { 1, 0 }, new float[] { 1, 2, 3, 4, 5, 6 });
        var first = Pair(new() { ["mask"] = mask, ["digit A"] = whole, ["cut"] = new float[5] });

        Assert.Equal(["positive", "negative"], Groups([first, Pair([])]));
        Assert.Equal(["positive", "mask", "digit A", "negative"], Groups([first, first]));
        Assert.Equal([1, 1, 1, 0, 0, 0], ExampleReading.Pictures(1, [first], []).Tile(1).ToArray());
    }

    [Fact]
    public void LabelsAreNamedAndWithoutNamesTheirNumbersServe()
    {
        var pair = Pair([]) with { PositiveLabel = 1, NegativeLabel = 2, NegativeProbability = 0.125f };

        Assert.Equal(["car", "2 (drawn with 12.5 %)"], ExampleReading.Pictures(1, [pair], ["ship", "car"]).Captions);
        Assert.Empty(ExampleReading.Pictures(1, [Pair([])], ["ship", "car"]).Captions);
    }

    private static IEnumerable<string> Groups(ExamplePair[] pairs) => ExampleReading.Pictures(1, pairs, []).Groups.Select(group => group.Name);

    private static ExamplePair Pair(Dictionary<string, float[]> parts) => new(Shape, new float[6], new float[6], null, null, null, [1], [0], parts);
}
