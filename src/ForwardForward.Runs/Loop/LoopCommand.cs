namespace ForwardForward.Runs.Loop;

/// <summary>One piece of work for a loop.</summary>
/// <param name="Execute">Done by the loop.</param>
/// <param name="Drop">Done instead when the loop has ended.</param>
internal readonly record struct LoopCommand(Action Execute, Action Drop);

/// <summary>The loop ended before it came to the work.</summary>
internal sealed class LoopEndedException() : Exception("The run's loop has ended.");
