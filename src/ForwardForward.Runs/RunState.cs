namespace ForwardForward.Runs;

/// <summary>Where a run stands.</summary>
public enum RunState
{
    /// <summary>Waits for its turn.</summary>
    Queued,

    /// <summary>Trains.</summary>
    Running,

    /// <summary>Holds still, ready to go on or to do single steps.</summary>
    Paused,

    /// <summary>Has done its whole schedule.</summary>
    Completed,

    /// <summary>Was ended by a person; can be forked from its checkpoint.</summary>
    Stopped,

    /// <summary>Ended by an error, which the run carries.</summary>
    Failed,

    /// <summary>The program ended while it ran; goes on from its last checkpoint when asked to.</summary>
    Interrupted,
}
