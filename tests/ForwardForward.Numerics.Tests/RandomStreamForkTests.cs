using ForwardForward.Numerics.Random;

namespace ForwardForward.Numerics.Tests;

public sealed class RandomStreamForkTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(123_456)]
    public void AStreamThatBecomesAForkIsThatFork(long number)
    {
        var parent = new RandomStream(7);
        var stream = new RandomStream(99);
        _ = stream.NextUInt64();
        stream.BecomeFork(parent, "step"u8, number);
        var fork = parent.Fork("step", number);

        Assert.Equal(fork.NextUInt64(), stream.NextUInt64());
        Assert.Equal(fork.Fork("row", 3).NextUInt64(), stream.Fork("row", 3).NextUInt64());
    }
}
