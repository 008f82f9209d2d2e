using ForwardForward.Runs.Loop;

namespace ForwardForward.Runs.Tests.Loop;

public sealed class LoopChannelTests
{
    private readonly LoopChannel _channel = new();
    private readonly List<string> _done = [];

    [Fact]
    public void CommandsComeOutInTheOrderInWhichTheyCame()
    {
        Assert.False(_channel.TryTake(out _));

        _channel.Post(Command("first"));
        _channel.Post(Command("second"));
        while (_channel.TryTake(out var command))
        {
            command.Execute();
        }

        Assert.Equal(["first done", "second done"], _done);
    }

    [Fact]
    public void WhatIsLeftAtTheEndAndWhatComesAfterIsDropped()
    {
        _channel.Post(Command("left"));

        _channel.Close();
        _channel.Post(Command("late"));

        Assert.Equal(["left dropped", "late dropped"], _done);
        Assert.False(_channel.TryTake(out _));
    }

    [Fact]
    public void ACommandWakesTheLoop()
    {
        var loop = new Thread(() =>
        {
            _channel.Wait();
            Assert.True(_channel.TryTake(out var command));
            command.Execute();
        });
        loop.Start();

        _channel.Post(Command("command"));

        Assert.True(loop.Join(TimeSpan.FromSeconds(30)));
        Assert.Equal(["command done"], _done);
    }

    [Fact]
    public void EveryCommandIsExecutedOrDroppedHoweverManyPostWhileTheLoopEnds()
    {
        const int Writers = 4;
        const int Each = 5000;
        var seen = 0;
        void Count() => Interlocked.Increment(ref seen);
        var writers = Enumerable.Range(0, Writers).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < Each; i++)
            {
                _channel.Post(new LoopCommand(Count, Count));
            }
        })).ToList();
        writers.ForEach(writer => writer.Start());

        for (var i = 0; i < Each; i++)
        {
            _channel.Wait();
            while (_channel.TryTake(out var command))
            {
                command.Execute();
            }

            if (Volatile.Read(ref seen) > Each)
            {
                break;
            }
        }

        _channel.Close();
        writers.ForEach(writer => writer.Join());
        Assert.Equal(Writers * Each, seen);
    }

    private LoopCommand Command(string name) => new(() => _done.Add(name + " done"), () => _done.Add(name + " dropped"));
}
