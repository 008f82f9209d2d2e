using ForwardForward.Runs;

namespace ForwardForward.Web.ViewModels;

/// <summary>Which commands fit the state of a run, so that the page offers only those.</summary>
public static class RunActions
{
    /// <summary>It trains or will, without being asked again.</summary>
    public static bool IsActive(RunState state) => state is RunState.Running or RunState.Queued;

    /// <summary>It can still change: its weights live in memory or will again.</summary>
    public static bool IsAlive(RunState state) => state is RunState.Running or RunState.Queued or RunState.Paused;

    /// <summary>Pause fits.</summary>
    public static bool CanPause(RunState state) => IsActive(state);

    /// <summary>Resume fits.</summary>
    public static bool CanResume(RunState state) => state is RunState.Paused or RunState.Interrupted;

    /// <summary>A single step fits.</summary>
    public static bool CanStep(RunState state) => state is RunState.Paused;

    /// <summary>Stop fits.</summary>
    public static bool CanStop(RunState state) => IsAlive(state) || state is RunState.Interrupted;

    /// <summary>Fork fits: there are weights to start from.</summary>
    public static bool CanFork(RunSnapshot run) => !run.IsReadOnly && run.State is not RunState.Queued and not RunState.Failed && run.Layers.Count > 0;

    /// <summary>Delete fits.</summary>
    public static bool CanDelete(RunSnapshot run) => !run.IsReadOnly && !IsActive(run.State);

    /// <summary>Why a run cannot be deleted now; null when it can.</summary>
    public static string? WhyKept(RunSnapshot run) =>
        CanDelete(run) ? null : run.IsReadOnly ? "It ships with the program" : "Pause or stop it before deleting it";

    /// <summary>The state in a word.</summary>
    public static string Word(RunState state) => state switch
    {
        RunState.Queued => "Queued",
        RunState.Running => "Running",
        RunState.Paused => "Paused",
        RunState.Completed => "Completed",
        RunState.Stopped => "Stopped",
        RunState.Failed => "Failed",
        _ => "Interrupted",
    };

    /// <summary>What the state means and what can be done, in a sentence.</summary>
    public static string Meaning(RunState state) => state switch
    {
        RunState.Queued => "It waits for its turn; one run trains at a time.",
        RunState.Running => "It trains.",
        RunState.Paused => "It holds still: resume it, or step through it.",
        RunState.Completed => "It has done its whole schedule. Fork it to go on from its weights.",
        RunState.Stopped => "It was stopped. Fork it to go on from its last checkpoint.",
        RunState.Failed => "It ended with an error.",
        _ => "The program ended while it ran. Resume it from its last checkpoint.",
    };
}
