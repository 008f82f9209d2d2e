using ForwardForward.Numerics.Random;
using ForwardForward.Numerics.Rows;

namespace ForwardForward.Numerics.Tests.Rows;

/// <summary>Gates beside plain loops, bit for bit.</summary>
public sealed class GatesTests
{
    private readonly RandomStream _random = new(5);

    public static TheoryData<int> Lengths => [0, 1, 3, 8, 16, 32, 37, 64, 100];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_rectifier_lets_through_what_was_active(int length)
    {
        var (y, dy) = (Draw(length), Draw(length));
        var expected = y.Zip(dy, (activity, derivative) => activity > 0 ? derivative : 0).ToArray();
        Gates.Rectify(y, dy);
        Assert.Equal(Bits(expected), Bits(dy));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void The_first_of_the_largest_gets_the_derivative(int length)
    {
        // Whole numbers from 0 to 2, so that ties are common; here and there NaN.
        float[][] four = [.. Enumerable.Range(0, 4).Select(_ => Draw(length))];
        var largest = Enumerable.Range(0, length).Select(i => MathF.Max(MathF.Max(four[0][i], four[1][i]), MathF.Max(four[2][i], four[3][i]))).ToArray();
        var derivative = Enumerable.Range(0, length).Select(_ => _random.NextSingle() - 0.5f).ToArray();
        float[][] expected = [.. four.Select(_ => new float[length])];
        for (var i = 0; i < length; i++)
        {
            var at = Array.FindIndex(four, one => one[i] == largest[i]);
            expected[at is < 0 or 3 ? 3 : at][i] = derivative[i];
        }

        float[][] actual = [.. four.Select(_ => Enumerable.Repeat(9f, length).ToArray())];
        Gates.RouteToLargest(largest, derivative, four[0], four[1], four[2], actual[0], actual[1], actual[2], actual[3]);
        Assert.All(Enumerable.Range(0, 4), one => Assert.Equal(expected[one], actual[one]));
    }

    [Fact]
    public void Lengths_that_differ_are_refused() => Assert.Throws<ArgumentException>(() => Gates.Rectify(new float[3], new float[4]));

    private static IEnumerable<int> Bits(float[] values) => values.Select(BitConverter.SingleToInt32Bits);

    private float[] Draw(int length) =>
        [.. Enumerable.Range(0, length).Select(_ => _random.NextInt(20) is var drawn && drawn == 0 ? float.NaN : (float)(drawn % 3) - (drawn > 16 ? 1 : 0))];
}
