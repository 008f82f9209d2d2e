namespace ForwardForward.Frames;

/// <summary>Named lines over a short axis: how a network settles, the free energy from one Gibbs step to the next.</summary>
public sealed record SeriesFrame : Frame
{
    /// <summary>Makes a frame.</summary>
    /// <param name="step">Mini-batches done.</param>
    /// <param name="axis">What the axis counts, such as "iteration".</param>
    /// <param name="positions">The positions on it, rising.</param>
    /// <param name="lines">The lines, each with a value at every position.</param>
    /// <exception cref="ArgumentException">Positions do not rise, or a line has not a value for each.</exception>
    public SeriesFrame(long step, string axis, float[] positions, IReadOnlyList<SeriesLine> lines)
        : base(step)
    {
        ArgumentNullException.ThrowIfNull(axis);
        ArgumentNullException.ThrowIfNull(positions);
        ArgumentNullException.ThrowIfNull(lines);
        for (var i = 0; i < positions.Length; i++)
        {
            if (!float.IsFinite(positions[i]) || (i > 0 && positions[i] <= positions[i - 1]))
            {
                throw new ArgumentException(FormattableString.Invariant($"Position {i} on the axis is {positions[i]}; positions must be finite and rise."));
            }
        }

        if (lines.FirstOrDefault(line => line.Values.Length != positions.Length) is { } odd)
        {
            throw new ArgumentException($"The line {odd.Name} has {odd.Values.Length} values for {positions.Length} positions.");
        }

        (Axis, Positions, Lines) = (axis, positions, lines);
    }

    /// <inheritdoc/>
    public override FrameKind Kind => FrameKind.Series;

    /// <summary>What the axis counts.</summary>
    public string Axis { get; }

    /// <summary>The positions on it, rising.</summary>
    public float[] Positions { get; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<SeriesLine> Lines { get; }

    /// <summary>What the values are, such as "goodness"; "" for plain numbers.</summary>
    public string Unit { get; init; } = "";

    /// <summary>A part of the axis that is shaded; null for none.</summary>
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    public SeriesBand? Band
    {
        get;
        init => field = value is null || value.From <= value.To
            ? value
            : throw new ArgumentException(FormattableString.Invariant($"The band {value.Name} begins at {value.From} and ends at {value.To}; it must not end before it begins."));
    }
}
