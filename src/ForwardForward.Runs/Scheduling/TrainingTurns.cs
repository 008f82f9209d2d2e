namespace ForwardForward.Runs.Scheduling;

/// <summary>Who trains and who waits for it, in the order in which they came. Used under the scheduler's lock.</summary>
/// <param name="most">Runs that may train at a time.</param>
/// <param name="begin">Sets a run going whose turn has come.</param>
internal sealed class TrainingTurns(int most, Action<Run> begin)
{
    private readonly LinkedList<Run> _waiting = [];
    private int _running;
    private bool _closed;

    /// <summary>Puts a run at the end of the line; its turn may come at once.</summary>
    public void Wait(Run run)
    {
        _waiting.AddLast(run);
        BeginNext();
    }

    /// <summary>Takes a run out of the line, if it is there.</summary>
    public void Leave(Run run) => _waiting.Remove(run);

    /// <summary>Takes a run's turn back, if it has one, for the next in line.</summary>
    public void GiveBack(Run run)
    {
        if (run.HoldsSlot)
        {
            run.HoldsSlot = false;
            _running--;
            BeginNext();
        }
    }

    /// <summary>Gives no turn any more.</summary>
    public void Close()
    {
        _closed = true;
        _waiting.Clear();
    }

    private void BeginNext()
    {
        while (!_closed && _running < most && _waiting.First is { } first)
        {
            _waiting.RemoveFirst();
            first.Value.HoldsSlot = true;
            _running++;
            begin(first.Value);
        }
    }
}
