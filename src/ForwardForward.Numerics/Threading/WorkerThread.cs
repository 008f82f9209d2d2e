namespace ForwardForward.Numerics.Threading;

/// <summary>One background thread of a team: takes part in loops, spins shortly for the next one, then sleeps until woken.</summary>
internal sealed class WorkerThread : IDisposable
{
    private readonly Workers _team;
    private readonly SemaphoreSlim _wake = new(0);
    private readonly Thread _thread;
    private readonly int _spins;
    private readonly bool _lowPriority;
    private volatile bool _stopped;
    private int _asleep;

    public WorkerThread(Workers team, int number, int spins, bool lowPriority)
    {
        (_team, _spins, _lowPriority) = (team, spins, lowPriority);
        _thread = new Thread(Loop) { IsBackground = true, Name = $"Numerics worker {number}" };
        _thread.Start();
    }

    public void Wake()
    {
        if (Interlocked.Exchange(ref _asleep, 0) == 1)
        {
            _wake.Release();
        }
    }

    public void Dispose()
    {
        if (_stopped)
        {
            return;
        }

        _stopped = true;
        Wake();
        _thread.Join();
        _wake.Dispose();
    }

    private void Loop()
    {
        if (_lowPriority)
        {
            ThreadNiceness.LowerCurrentThread();
        }

        var done = 0L;
        while (AwaitLoop(done))
        {
            if (_team.Gate.TryEnter())
            {
                done = _team.Gate.Loop;
                _team.TakePieces();
                _team.Leave();
            }
        }
    }

    /// <summary>Returns true when a loop that this thread has not worked on is open, false when the team is disposed of.</summary>
    private bool AwaitLoop(long done)
    {
        while (true)
        {
            for (var spin = 0; spin < _spins; spin++)
            {
                if (IsNew(done) || _stopped)
                {
                    return !_stopped;
                }

                Thread.SpinWait(4);
            }

            Interlocked.Exchange(ref _asleep, 1);
            if ((IsNew(done) || _stopped) && Interlocked.Exchange(ref _asleep, 0) == 1)
            {
                continue;
            }

            _wake.Wait();
        }
    }

    private bool IsNew(long done) => _team.Gate.IsOpen && _team.Gate.Loop != done;
}
