using ForwardForward.Imaging.Codec;
using SixLabors.ImageSharp.Memory;

namespace ForwardForward.Imaging.Tests.Codec;

public sealed class DecodingMemoryTests
{
    [Fact]
    public void WhatIsHandedOutAtOneTimeStaysWithinTheLimit()
    {
        var memory = new DecodingMemory(1000);
        var first = memory.Allocate<int>(150);
        Assert.Equal(600, memory.Held);
        Assert.Throws<InvalidMemoryOperationException>(() => memory.Allocate<byte>(401));
        Assert.Equal(600, memory.Held);

        first.Dispose();
        first.Dispose();
        Assert.Equal(0, memory.Held);
        using var second = memory.Allocate<byte>(1000);
        Assert.Equal((1000, 1000), (memory.Held, memory.MostHeld));
    }

    [Fact]
    public void CleanMemoryIsClean()
    {
        var memory = new DecodingMemory(1000);
        for (var i = 0; i < 3; i++)
        {
            using var piece = memory.Allocate<byte>(500, AllocationOptions.Clean);
            Assert.DoesNotContain(piece.Memory.Span.ToArray(), one => one != 0);
            piece.Memory.Span.Fill(1);
        }
    }
}
