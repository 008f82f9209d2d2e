using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace ForwardForward.Numerics.Threading;

/// <summary>
/// A fixed team of threads that shares loops over independent outputs. The caller works too; the others are background threads that
/// spin for a few microseconds after a loop and then sleep. A loop allocates nothing.
/// </summary>
/// <remarks>
/// Any thread may start a loop. While the team is busy with another one (or when a piece itself starts a loop), the new loop runs on its
/// calling thread alone: since pieces write different outputs, the result is the same.
/// </remarks>
public sealed unsafe class Workers : IDisposable
{
    private const int SpinsBeforeSleep = 300;
    private readonly WorkerThread[] _threads;
    private readonly SemaphoreSlim _finished = new(0);
    private TeamGate _gate;
    private PieceCounter _pieces;
    private delegate*<void*, int, void> _invoke;
    private void* _job;
    private Exception? _failure;
    private int _busy;
    private int _callerSleeps;

    /// <summary>Starts <paramref name="count"/> - 1 background threads.</summary>
    /// <param name="count">How many threads work, the caller's included.</param>
    /// <param name="lowPriority">Whether the background threads give way to others (a web page, say) when cores are short.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    public Workers(int count, bool lowPriority = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        Count = count;
        _threads = new WorkerThread[count - 1];
        for (var i = 0; i < _threads.Length; i++)
        {
            _threads[i] = new WorkerThread(this, i + 1, SpinsBeforeSleep, lowPriority);
        }
    }

    /// <summary>How many threads work, the caller's included.</summary>
    public int Count { get; }

    internal ref TeamGate Gate => ref _gate;

    /// <summary>Runs <c>job.Run(piece)</c> for every piece in 0 .. <paramref name="pieces"/> - 1, each once, in no fixed order.</summary>
    /// <exception cref="Exception">Whatever a piece throws first; pieces that had not begun are left out.</exception>
    public void Run<TJob>(TJob job, int pieces)
        where TJob : struct, IPieceJob
    {
        if (pieces <= 1 || _threads.Length == 0 || Interlocked.CompareExchange(ref _busy, 1, 0) != 0)
        {
            for (var piece = 0; piece < pieces; piece++)
            {
                job.Run(piece);
            }

            return;
        }

        Share(&Invoke<TJob>, Unsafe.AsPointer(ref job), pieces);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var thread in _threads)
        {
            thread.Dispose();
        }

        _finished.Dispose();
    }

    internal void TakePieces()
    {
        try
        {
            while (_pieces.TryTake(out var piece))
            {
                _invoke(_job, piece);
            }
        }
#pragma warning disable CA1031 // Carried to the caller of Run, whatever it is.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref _failure, exception, null);
            _pieces.Cancel();
        }
    }

    internal void Leave()
    {
        if (_gate.Leave() && Interlocked.Exchange(ref _callerSleeps, 0) == 1)
        {
            _finished.Release();
        }
    }

    private static void Invoke<TJob>(void* job, int piece)
        where TJob : struct, IPieceJob => Unsafe.AsRef<TJob>(job).Run(piece);

    private void Share(delegate*<void*, int, void> invoke, void* job, int pieces)
    {
        _invoke = invoke;
        _job = job;
        _failure = null;
        _pieces.Reset(pieces);
        _gate.Open();
        for (var i = 0; i < Math.Min(pieces - 1, _threads.Length); i++)
        {
            _threads[i].Wake();
        }

        TakePieces();
        _gate.Close();
        WaitForOthers();
        var failure = _failure;
        _job = null;
        _failure = null;
        Volatile.Write(ref _busy, 0);
        if (failure != null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    private void WaitForOthers()
    {
        for (var spin = 0; spin < SpinsBeforeSleep * 4; spin++)
        {
            if (_gate.IsEmpty)
            {
                return;
            }

            Thread.SpinWait(4);
        }

        Interlocked.Exchange(ref _callerSleeps, 1);
        if (!_gate.IsEmpty || Interlocked.Exchange(ref _callerSleeps, 0) == 0)
        {
            _finished.Wait();
        }
    }
}
