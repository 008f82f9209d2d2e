using ForwardForward.Frames;
using ForwardForward.Learning.Models;

namespace ForwardForward.Testing.Runs;

/// <summary>A network whose verdict is the first pixel; it notices when it is used wrongly.</summary>
public sealed class FakeNetwork(FakeTraining setting) : IModel
{
    private int _callers;
    private bool _disposed;

    /// <inheritdoc/>
    public long Step { get; private set; }

    /// <inheritdoc/>
    public int PixelsPerImage => 784;

    /// <inheritdoc/>
    public long MultiplyAddsPerImage => 0;

    /// <summary>The weight that was copied last.</summary>
    public float Weight { get; private set; }

    internal void Take(long step, float weight)
    {
        Enter();
        (Step, Weight) = (step, weight);
        Leave();
    }

    /// <inheritdoc/>
    public Classification Classify(ReadOnlySpan<byte> pixels)
    {
        setting.Readings.Pass();
        Enter();
        var label = pixels[0] % 10;
        var goodness = Enumerable.Range(0, 10).Select(other => other == label ? Weight + Step : 0).ToArray();
        var result = new Classification(label, goodness, goodness, [goodness, goodness]);
        Leave();
        return result;
    }

    /// <inheritdoc/>
    public Frame Ask(ReadOnlySpan<byte> probe) => ClassificationFrame.Of(Step, Classify(probe), []);

    /// <inheritdoc/>
    public void Dispose()
    {
        Enter();
        _disposed = true;
        Leave();
    }

    private void Enter()
    {
        if (Interlocked.Increment(ref _callers) != 1 || _disposed)
        {
            setting.Misuses.Add();
        }
    }

    private void Leave() => Interlocked.Decrement(ref _callers);
}
