namespace ForwardForward.Runs.Loop;

/// <summary>What a loop does when nobody wants anything of it.</summary>
internal enum LoopMode
{
    /// <summary>It waits for the next command.</summary>
    Hold,

    /// <summary>It trains on to the end of the schedule.</summary>
    Train,

    /// <summary>It trains until a <see cref="StepOrder"/> is carried out.</summary>
    Step,
}
