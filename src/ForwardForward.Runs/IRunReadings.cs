using ForwardForward.Frames;

namespace ForwardForward.Runs;

/// <summary>
/// What runs show, as frames, whatever their algorithm is. A reading is taken only when somebody asks: from the trainer between two steps
/// while the run is in memory, else from its newest checkpoint, and where that has nothing to show, from its newest snapshot.
/// </summary>
public interface IRunReadings
{
    /// <summary>The readings of a run.</summary>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    /// <exception cref="RunStateException">The run has no network yet.</exception>
    Task<IReadOnlyList<ReadingInfo>> ReadingsAsync(string id, CancellationToken cancellation = default);

    /// <summary>Takes a reading once.</summary>
    /// <param name="id">The run.</param>
    /// <param name="reading">Name of the reading.</param>
    /// <param name="query">What is asked; a step of the past is answered by the kept snapshot nearest to it, whose step the frame has.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The frame; null when there is nothing to show yet.</returns>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    /// <exception cref="RunRequestException">There is no such reading, or it cannot be asked this; the message says what would be right.</exception>
    /// <exception cref="RunStateException">The run has no network yet, or no snapshot.</exception>
    Task<Frame?> ReadAsync(string id, string reading, ReadingQuery query = default, CancellationToken cancellation = default);

    /// <summary>
    /// Takes a reading as the run goes on: the newest, then a newer one as soon as the step has changed and <paramref name="framesPerSecond"/>
    /// allows; slow readers skip, and whoever asks the same shares it. Readings that cost more come less often.
    /// </summary>
    /// <exception cref="RunRequestException">As for <see cref="ReadAsync"/>; of the past there is nothing to watch.</exception>
    IAsyncEnumerable<Frame> WatchReadingAsync(
        string id, string reading, ReadingQuery query = default, double framesPerSecond = 4, CancellationToken cancellation = default);
}
