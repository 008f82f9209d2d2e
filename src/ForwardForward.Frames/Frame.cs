namespace ForwardForward.Frames;

/// <summary>
/// What a trainer or a model shows, at one step: one of six kinds, of which nobody outside this project makes a seventh. Frames are not
/// changed once they are made, nor are the arrays in them. In every kind a value that is no finite number (NaN, infinities) means one and
/// the same thing: there is no value. It may therefore come back from a codec as NaN.
/// </summary>
public abstract record Frame
{
    /// <summary>The largest step: every whole number up to here is exact in JSON too.</summary>
    public const long LargestStep = 1L << 53;

    private protected Frame(long step) =>
        Step = step is >= 0 and <= LargestStep
            ? step
            : throw new ArgumentException($"A frame's step is {step}; steps count from 0 to {LargestStep}.");

    /// <summary>Mini-batches done when it was read.</summary>
    public long Step { get; }

    /// <summary>Which of the six it is.</summary>
    public abstract FrameKind Kind { get; }
}
