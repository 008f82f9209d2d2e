namespace ForwardForward.Testing.Runs;

/// <summary>Counts events on any thread.</summary>
public sealed class Counter
{
    private int _value;

    /// <summary>Events so far.</summary>
    public int Value => Volatile.Read(ref _value);

    /// <summary>One more.</summary>
    public void Add() => Interlocked.Increment(ref _value);
}
