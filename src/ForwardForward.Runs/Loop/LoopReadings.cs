using ForwardForward.Learning.Trainers;
using ForwardForward.Runs.Checkpoints;
using ForwardForward.Runs.Readings;

namespace ForwardForward.Runs.Loop;

/// <summary>What others ask of a run in memory, answered between two steps; null while its data is being loaded.</summary>
internal static class LoopReadings
{
    /// <summary>Reads the trainer.</summary>
    public static Task<T?> ReadAsync<T>(this RunLoop loop, Func<Trainer, T> read)
        where T : class => loop.AskAsync(asked => asked.Training is { } training ? read(training.Trainer) : null);

    /// <summary>The same, but null too as long as there is no last batch to look at.</summary>
    public static Task<T?> ReadLastBatchAsync<T>(this RunLoop loop, Func<Trainer, T?> read)
        where T : class => loop.AskAsync(asked => asked.Training is { HasStepped: true } training ? read(training.Trainer) : null);

    /// <summary>Borrows a copy of the weights as they are now.</summary>
    public static Task<NetworkLease?> BorrowAsync(this RunLoop loop) => loop.AskAsync(asked =>
    {
        if (asked.Training is not { } training)
        {
            return null;
        }

        asked.Networks.Refresh(training.Trainer);
        return asked.Networks.TryBorrow(training.Trainer.Course.CompletedSteps);
    });

    /// <summary>Everything that is needed to go on from here.</summary>
    public static Task<Checkpoint?> CaptureAsync(this RunLoop loop) => loop.AskAsync(asked => asked.Training?.Capture());
}
