using ForwardForward.Learning.Strategies;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Tests.Negatives;

public sealed class NegativeLabelTests
{
    private const int Labels = 10;

    public static TheoryData<string> Names => [.. Catalogs.NegativeLabels.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void NeverTheTrueLabelWhateverTheProbabilities(string name)
    {
        var source = Catalogs.NegativeLabels.Get(name);
        var random = new RandomStream(7);
        using var probabilities = new Matrix(Labels * Nasty.Length, Labels);
        var truth = new byte[probabilities.Rows];
        for (var row = 0; row < truth.Length; row++)
        {
            truth[row] = (byte)(row % Labels);
            for (var label = 0; label < Labels; label++)
            {
                probabilities[row, label] = Nasty[row / Labels](label, truth[row]);
            }
        }

        var negatives = new byte[truth.Length * source.PerPositive(Labels)];
        var chances = new float[negatives.Length];
        for (var repeat = 0; repeat < 200; repeat++)
        {
            source.Draw(probabilities, truth, random, negatives, chances);
            for (var i = 0; i < negatives.Length; i++)
            {
                Assert.NotEqual(truth[i % truth.Length], negatives[i]);
                Assert.InRange(negatives[i], 0, Labels - 1);
                Assert.InRange(chances[i], float.Epsilon, 1.0001f);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TheSameStreamGivesTheSameBytes(string name)
    {
        Assert.Equal(DrawMany(name, 11), DrawMany(name, 11));
        if (name != "all-nine")
        {
            Assert.NotEqual(DrawMany(name, 11), DrawMany(name, 12));
        }
    }

    [Fact]
    public void HardLabelsAreDrawnInProportion()
    {
        using var probabilities = new Matrix(1, Labels);
        new[] { 0.5f, 0.05f, 0.2f, 0, 0, 0, 0, 0, 0.25f, 0 }.CopyTo(probabilities.Values);
        var counts = Count("hard-labels", probabilities, truth: 0, draws: 20_000);

        // Standard deviation of a count is at most 71.
        Assert.Equal(0, counts[0]);
        Assert.InRange(counts[1], 2000 - 350, 2000 + 350);
        Assert.InRange(counts[2], 8000 - 350, 8000 + 350);
        Assert.InRange(counts[8], 10_000 - 350, 10_000 + 350);
        Assert.Equal(20_000, counts.Sum());
    }

    [Fact]
    public void UniformLabelsAreDrawnEquallyOften()
    {
        using var probabilities = new Matrix(1, Labels);
        var counts = Count("uniform-labels", probabilities, truth: 4, draws: 18_000);

        Assert.Equal(0, counts[4]);
        Assert.All(counts.Where((_, label) => label != 4), count => Assert.InRange(count, 2000 - 220, 2000 + 220));
    }

    [Fact]
    public void ACertainNetworkStillGetsEveryWrongLabel()
    {
        using var probabilities = new Matrix(1, Labels);
        probabilities[0, 3] = 1;
        var counts = Count("hard-labels", probabilities, truth: 3, draws: 9_000);

        Assert.Equal(0, counts[3]);
        Assert.All(counts.Where((_, label) => label != 3), count => Assert.InRange(count, 1000 - 160, 1000 + 160));
    }

    [Fact]
    public void AllNineAreAllOfThem()
    {
        using var probabilities = new Matrix(2, Labels);
        var negatives = new byte[18];
        Catalogs.NegativeLabels.Get("all-nine").Draw(probabilities, [0, 6], new RandomStream(1), negatives, new float[18]);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], negatives.Where((_, i) => i % 2 == 0));
        Assert.Equal([0, 1, 2, 3, 4, 5, 7, 8, 9], negatives.Where((_, i) => i % 2 == 1));
    }

    private static readonly Func<int, int, float>[] Nasty =
    [
        (label, truth) => label == truth ? 1 : 0,
        (label, truth) => label == truth ? 0 : 1f / 9,
        (_, _) => 0,
        (_, _) => float.NaN,
        (label, truth) => label == truth ? float.NaN : 0.1f,
        (label, _) => label == 5 ? float.NaN : 0.1f,
        (_, _) => float.PositiveInfinity,
        (label, truth) => label == truth ? 1 : float.Epsilon,
        (label, truth) => label == truth ? 1 : 1e-30f * label,
        (label, _) => label == 0 ? 1 : 0,
        (label, _) => label == 9 ? 1 : 0,
        (label, _) => 0.1f + (label * 1e-8f),
        (_, _) => float.MaxValue,
    ];

    private static byte[] DrawMany(string name, ulong seed)
    {
        var source = Catalogs.NegativeLabels.Get(name);
        using var probabilities = new Matrix(64, Labels);
        probabilities.View.Fill(0.1f);
        var truth = Enumerable.Range(0, 64).Select(row => (byte)(row % Labels)).ToArray();
        var negatives = new byte[64 * source.PerPositive(Labels)];
        source.Draw(probabilities, truth, new RandomStream(seed), negatives, new float[negatives.Length]);
        return negatives;
    }

    private static int[] Count(string name, Matrix probabilities, byte truth, int draws)
    {
        var random = new RandomStream(21);
        var counts = new int[Labels];
        var negative = new byte[1];
        for (var i = 0; i < draws; i++)
        {
            Catalogs.NegativeLabels.Get(name).Draw(probabilities, [truth], random, negative, new float[1]);
            counts[negative[0]]++;
        }

        return counts;
    }
}
