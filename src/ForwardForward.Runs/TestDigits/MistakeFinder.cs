using System.Numerics.Tensors;
using ForwardForward.Data.Images;
using ForwardForward.Learning.Models;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Runs.TestDigits;

/// <summary>
/// One search: a thread of low priority reads image after image with a network of its own. It wakes nobody: whoever wants to know looks
/// at <see cref="Snapshot"/>. A thread of the pool that is started from a thread of low priority would inherit it, and pages are served by
/// those.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="network">Its weights; disposed of at the end.</param>
/// <param name="images">The test set.</param>
/// <param name="turn">Lets one search read at a time.</param>
/// <param name="time">Clock.</param>
internal sealed class MistakeFinder(Run run, IModel network, ImageSet images, SemaphoreSlim turn, TimeProvider time) : IDisposable
{
    private readonly MistakeList _byGoodness = new(images.Count);
    private readonly MistakeList _bySoftmax = new(images.Count);
    private readonly CancellationTokenSource _cancel = new();
    private readonly long _step = network.Step;
    private readonly double _units = Math.Max(1, run.Snapshot.Layers.Skip(run.Snapshot.Layers.Count > 1 ? 1 : 0).Sum(layer => layer.Units));
    private Thread? _thread;
    private volatile MistakeSearchState _state;
    private volatile string? _failure;
    private volatile int _done;
    private long _startedAt;
    private long _seconds;

    /// <summary>The test set.</summary>
    public ImageSet Images => images;

    /// <summary>How it stands.</summary>
    public MistakeSearch Snapshot
    {
        get
        {
            var (state, done) = (_state, _done);
            var seconds = state == MistakeSearchState.Searching ? Elapsed : BitConverter.Int64BitsToDouble(Interlocked.Read(ref _seconds));
            double? left = state == MistakeSearchState.Searching && done > 0 ? seconds * (images.Count - done) / done : null;
            return new MistakeSearch(run.Id, state, _step, done, images.Count, _byGoodness.Count, _bySoftmax.Count, seconds, left, _failure);
        }
    }

    private double Elapsed => Interlocked.Read(ref _startedAt) is not 0 and var started ? time.GetElapsedTime(started).TotalSeconds : 0;

    /// <summary>What was found by a procedure so far, in the order of the test set.</summary>
    public ReadOnlySpan<Mistake> Found(TestProcedure procedure) => (procedure == TestProcedure.Goodness ? _byGoodness : _bySoftmax).Found;

    /// <summary>Sets it going.</summary>
    public void Start()
    {
        _thread = new Thread(Body) { IsBackground = true, Name = $"mistakes of run {run.Id}" };
        _thread.Start();
    }

    /// <summary>Ends it soon; what was found stays.</summary>
    public void Cancel() => _cancel.Cancel();

    /// <summary>Ends it, and returns when the thread is gone.</summary>
    public void Dispose()
    {
        _cancel.Cancel();
        _thread?.Join();
        _cancel.Dispose();
    }

    private void Body()
    {
        ThreadNiceness.LowerCurrentThread();
        var holdsTurn = false;
        var end = MistakeSearchState.Finished;
        try
        {
            turn.Wait(_cancel.Token);
            holdsTurn = true;
            Interlocked.Exchange(ref _startedAt, time.GetTimestamp());
            _state = MistakeSearchState.Searching;
            for (var i = 0; i < images.Count; i++)
            {
                _cancel.Token.ThrowIfCancellationRequested();
                Read(i);
                _done = i + 1;
                end = run.IsDeleted ? throw new OperationCanceledException() : end;
            }
        }
        catch (OperationCanceledException)
        {
            end = MistakeSearchState.Cancelled;
        }
#pragma warning disable CA1031 // A search that fails says so; nothing else may end with it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            (_failure, end) = (exception.Message, MistakeSearchState.Failed);
        }
        finally
        {
            network.Dispose();
            Interlocked.Exchange(ref _seconds, BitConverter.DoubleToInt64Bits(Elapsed));
            _state = end;
            if (holdsTurn)
            {
                turn.Release();
            }
        }
    }

    private void Read(int index)
    {
        int label = images.Labels[index];
        var answer = network.Classify(images.Image(index));
        if (answer.Goodness is { Length: > 0 } goodness)
        {
            _byGoodness.Add(answer.Label == label ? null : new Mistake(index, label, answer.Label, Finite((goodness[answer.Label] - goodness[label]) / _units)));
        }

        if (answer.Softmax is { Length: > 0 } softmax)
        {
            // No number is the largest where all are NaN; such a network reads everything as 0, as error counts have it.
            var likeliest = Math.Max(0, TensorPrimitives.IndexOfMax<float>(softmax));
            _bySoftmax.Add(likeliest == label ? null : new Mistake(index, label, likeliest, Finite(softmax[likeliest])));
        }
    }

    private static double Finite(double value) => double.IsFinite(value) ? value : 0;
}
