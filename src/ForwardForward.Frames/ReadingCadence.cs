namespace ForwardForward.Frames;

/// <summary>How often it makes sense to take a reading while somebody watches.</summary>
public enum ReadingCadence
{
    /// <summary>A few times a second: it costs less than a step.</summary>
    Live,

    /// <summary>Every few seconds: it costs as much as some steps.</summary>
    Slow,

    /// <summary>When asked: it costs as much as many steps.</summary>
    OnDemand,
}
