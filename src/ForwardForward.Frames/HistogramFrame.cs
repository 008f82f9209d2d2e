namespace ForwardForward.Frames;

/// <summary>Named distributions on one axis: goodness of positive and of negative rows, energies of data and fantasies.</summary>
public sealed record HistogramFrame : Frame
{
    /// <summary>Makes a frame.</summary>
    /// <param name="step">Mini-batches done.</param>
    /// <param name="axis">What the numbers measure, such as "goodness per unit".</param>
    /// <param name="distributions">The distributions.</param>
    public HistogramFrame(long step, string axis, IReadOnlyList<Distribution> distributions)
        : base(step)
    {
        ArgumentNullException.ThrowIfNull(axis);
        ArgumentNullException.ThrowIfNull(distributions);
        (Axis, Distributions) = (axis, distributions);
    }

    /// <inheritdoc/>
    public override FrameKind Kind => FrameKind.Histogram;

    /// <summary>What the numbers measure.</summary>
    public string Axis { get; }

    /// <summary>The distributions.</summary>
    public IReadOnlyList<Distribution> Distributions { get; }

    /// <summary>A value to mark across all of them; null for none.</summary>
    public double? Threshold { get; init; }
}
