using ForwardForward.Frames;

namespace ForwardForward.Runs;

/// <summary>The networks of runs, asked for what they make of something that is not in their data.</summary>
public interface IRunModels
{
    /// <summary>What the network of a run can be asked with.</summary>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    Probe ProbeOf(string id);

    /// <summary>Asks the network, with weights at most a moment old.</summary>
    /// <param name="id">The run.</param>
    /// <param name="probe">Bytes as <see cref="ProbeOf"/> says.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Its answer: scores of classes, a picture, a text.</returns>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    /// <exception cref="RunRequestException">The bytes are not what it can be asked with.</exception>
    /// <exception cref="RunStateException">The run has no weights yet.</exception>
    Task<Frame> AskAsync(string id, ReadOnlyMemory<byte> probe, CancellationToken cancellation = default);
}
