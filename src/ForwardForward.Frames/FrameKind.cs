namespace ForwardForward.Frames;

/// <summary>The six kinds of frame; there is no seventh.</summary>
public enum FrameKind
{
    /// <summary>Pictures of one shape: <see cref="ImageFrame"/>.</summary>
    Image,

    /// <summary>Named rows by named columns: <see cref="GridFrame"/>.</summary>
    Grid,

    /// <summary>Named lines over a short axis: <see cref="SeriesFrame"/>.</summary>
    Series,

    /// <summary>Named distributions: <see cref="HistogramFrame"/>.</summary>
    Histogram,

    /// <summary>Characters with a value for each: <see cref="TextFrame"/>.</summary>
    Text,

    /// <summary>Named frames: <see cref="GroupFrame"/>.</summary>
    Group,
}
