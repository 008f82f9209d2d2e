using ForwardForward.Runs.Loop;

namespace ForwardForward.Runs.Scheduling;

/// <summary>How the scheduler speaks to loops, and what people are told when a command cannot be obeyed.</summary>
internal static class LoopOrders
{
    /// <summary>Has the loop of a run, which must be in memory, do something.</summary>
    public static Task<bool> Tell(Run run, Action<RunLoop> command) => run.Loop!.AskAsync(loop =>
    {
        command(loop);
        return true;
    });

    /// <summary>Waits until an order is obeyed.</summary>
    /// <exception cref="RunStateException">The run ended before.</exception>
    public static async Task Obeyed(Run run, Task answer, string done, CancellationToken cancellation)
    {
        try
        {
            await answer.WaitAsync(cancellation);
        }
        catch (LoopEndedException)
        {
            throw new RunStateException($"Run '{run.Id}' was {run.State.ToString().ToLowerInvariant()} before it could be {done}.");
        }
    }

    /// <summary>Waits until an order is obeyed, or the loop has ended: what leaves memory has saved everything first.</summary>
    public static async Task UnlessGone(Task order)
    {
        try
        {
            await order;
        }
        catch (LoopEndedException)
        {
        }
    }

    /// <summary>Refuses commands to a run that was deleted while they came, or that may only be looked at.</summary>
    /// <exception cref="RunNotFoundException">It was deleted.</exception>
    /// <exception cref="RunStateException">It may only be looked at.</exception>
    public static void CheckPresent(Run run)
    {
        if (run.IsDeleted)
        {
            throw new RunNotFoundException(run.Id);
        }

        if (run.Snapshot.IsReadOnly)
        {
            throw new RunStateException($"Run '{run.Id}' ships with the program and is read only; a run of the recipe {run.Recipe.Id} trains a network like it.");
        }
    }

    /// <summary>Refuses to delete a run that trains or waits for it.</summary>
    public static void CheckRests(Run run)
    {
        CheckPresent(run);
        if (run.State is RunState.Running or RunState.Queued)
        {
            throw Refusal(run, "deleted", "paused, interrupted or ended");
        }
    }

    /// <summary>Says that a command does not fit the state, and which states it fits.</summary>
    public static RunStateException Refusal(Run run, string done, string states) =>
        new($"Run '{run.Id}' is {run.State.ToString().ToLowerInvariant()}; only a run that is {states} can be {done}.");
}
