using ForwardForward.Learning.Losses;
using ForwardForward.Learning.Strategies;

namespace ForwardForward.Learning.Tests.Losses;

public sealed class LossTests
{
    private const float Threshold = 100;

    public static TheoryData<string> Names => [.. Catalogs.Losses.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryPairIsJudgedAlone(string name)
    {
        // The trap of a falling loss with bad accuracy: goodness averaged over the batch before the loss.
        var loss = Catalogs.Losses.Get(name);
        float[] positive = [90, 101, 99.5f, 400];
        float[] negative = [103, 100.25f, 98, -20];
        var (slopes, negativeSlopes) = (new float[4], new float[4]);
        var all = loss.Evaluate(positive, negative, Threshold, 1, slopes, negativeSlopes);
        double sum = 0;
        for (var i = 0; i < 4; i++)
        {
            var (slope, negativeSlope) = (new float[1], new float[1]);
            sum += loss.Evaluate(positive.AsSpan(i, 1), negative.AsSpan(i, 1), Threshold, 1, slope, negativeSlope).Loss;
            Assert.Equal(slope[0], slopes[i]);
            Assert.Equal(negativeSlope[0], negativeSlopes[i]);
        }

        Assert.Equal(sum, all.Loss, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void HundredsAndThousandsStayFinite(string name)
    {
        float[] extremes = [-1e6f, -5000, -800, -100, 0, 100, 800, 5000, 1e6f];
        foreach (var positive in extremes)
        {
            foreach (var negative in extremes)
            {
                var (slope, negativeSlope) = (new float[1], new float[1]);
                var sums = Catalogs.Losses.Get(name).Evaluate([positive], [negative], Threshold, 1, slope, negativeSlope);
                Assert.True(double.IsFinite(sums.Loss) && sums.Loss >= 0);
                Assert.InRange(slope[0], -0.1f, 1.1f);
                Assert.InRange(negativeSlope[0], -1.1f, 0.1f);
                Assert.InRange(sums.PositiveProbability, 0, 1);
                Assert.InRange(sums.NegativeProbability, 0, 1);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SlopesOfPositivesAddUpOverTheirNegatives(string name)
    {
        var loss = Catalogs.Losses.Get(name);
        var (once, twice, negative) = (new float[1], new float[1], new float[1]);
        loss.Evaluate([101], [100], Threshold, 1, once, negative);
        loss.Evaluate([101], [100], Threshold, 0.5f, twice, negative);
        loss.Evaluate([101], [100], Threshold, 0.5f, twice, negative);

        Assert.Equal(once[0], twice[0], 1e-6f);
    }

    [Fact]
    public void LogisticSlopesAreThePublishedOnes()
    {
        var (slope, negativeSlope) = (new float[1], new float[1]);
        var sums = new LogisticLoss().Evaluate([101], [99], Threshold, 1, slope, negativeSlope);
        var p = 1 / (1 + Math.Exp(-1));

        Assert.Equal(1 - p, slope[0], 1e-6);
        Assert.Equal(-(1 - p), negativeSlope[0], 1e-6);
        Assert.Equal(-2 * Math.Log(p), sums.Loss, 1e-6);
    }

    [Fact]
    public void SwishHasItsLeastLossWhereItsSlopeVanishes()
    {
        var (slope, negativeSlope) = (new float[1], new float[1]);
        var sums = new SymbaSwishLoss().Evaluate([100 + 1.2784645f], [100], Threshold, 1, slope, negativeSlope);

        Assert.Equal(0, sums.Loss, 1e-6);
        Assert.Equal(0, slope[0], 1e-5f);
        Assert.True(new SymbaSwishLoss().Evaluate([100], [100], Threshold, 1, slope, negativeSlope).Loss > 0.27);
    }

    [Fact]
    public void LogisticFunctionsMatchDoublePrecision()
    {
        for (var x = -80f; x <= 80; x += 0.37f)
        {
            var sigmoid = 1 / (1 + Math.Exp(-x));
            Assert.InRange(Logistic.Sigmoid(x), sigmoid * (1 - 1e-6), sigmoid * (1 + 1e-6));
            Assert.Equal(Math.Log(1 + Math.Exp(x)), Logistic.Softplus(x), 1e-5);
        }
    }
}
