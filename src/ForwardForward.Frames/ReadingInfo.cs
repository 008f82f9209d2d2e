namespace ForwardForward.Frames;

/// <summary>What a trainer can show, declared once: what it is called, what comes of it and what can be asked.</summary>
/// <param name="Name">Name in links, requests and snapshots, such as <c>receptive-fields</c>.</param>
/// <param name="Title">Name for people, such as "Receptive fields".</param>
/// <param name="Summary">What one sees, in a sentence.</param>
/// <param name="Kind">Kind of the frame.</param>
public sealed record ReadingInfo(string Name, string Title, string Summary, FrameKind Kind)
{
    /// <summary>Layers to choose from; none where a reading is of the whole network.</summary>
    public IReadOnlyList<ReadingLayer> Layers { get; init; } = [];

    /// <summary>Examples to choose from, by number from 0; null where there is nothing to choose.</summary>
    public int? Items { get; init; }

    /// <summary>Units, pairs or samples that a frame has at most; null where first and count mean nothing.</summary>
    public int? MostTiles { get; init; }

    /// <summary>Whether there is nothing to show before the first step, since it shows the last mini-batch.</summary>
    public bool NeedsBatch { get; init; }

    /// <summary>Whether it tries the network on examples beside those it learns from, so that there is nothing to show without any.</summary>
    public bool NeedsSamples { get; init; }

    /// <summary>Whether it is kept in snapshots, so that a step of the past can be asked for.</summary>
    public bool IsKept { get; init; }

    /// <summary>How often to take it while somebody watches.</summary>
    public ReadingCadence Cadence { get; init; }
}
