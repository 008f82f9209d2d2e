namespace ForwardForward.Frames;

/// <summary>Named frames in an order: a step trace layer by layer, a pair of examples with the parts that the negative was made of.</summary>
public sealed record GroupFrame : Frame
{
    /// <summary>How many groups may lie in each other, this one counted.</summary>
    public const int DeepestNesting = 8;

    /// <summary>Makes a frame.</summary>
    /// <param name="step">Mini-batches done.</param>
    /// <param name="frames">The frames; no two of one name.</param>
    /// <exception cref="ArgumentException">Two have one name, or groups lie too deep in each other.</exception>
    public GroupFrame(long step, IReadOnlyList<NamedFrame> frames)
        : base(step)
    {
        ArgumentNullException.ThrowIfNull(frames);
        if (frames.GroupBy(frame => frame.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two frames of a group are called {twice.Key}; each needs a name of its own.");
        }

        Frames = frames;
        Nesting = 1 + frames.Select(frame => frame.Frame is GroupFrame group ? group.Nesting : 0).DefaultIfEmpty(0).Max();
        if (Nesting > DeepestNesting)
        {
            throw new ArgumentException($"Groups lie {Nesting} deep in each other; at most {DeepestNesting} do.");
        }
    }

    /// <inheritdoc/>
    public override FrameKind Kind => FrameKind.Group;

    /// <summary>The frames.</summary>
    public IReadOnlyList<NamedFrame> Frames { get; }

    /// <summary>How deep groups lie in each other: 1 for a group of other kinds.</summary>
    public int Nesting { get; }

    /// <summary>The frame of a name; null when there is none.</summary>
    public Frame? Find(string name) => Frames.FirstOrDefault(frame => frame.Name == name)?.Frame;
}
