namespace ForwardForward.Runs;

/// <summary>There is no run of this id, or it is in the bin.</summary>
public sealed class RunNotFoundException(string id, string? message = null) : Exception(message ?? $"There is no run '{id}'.")
{
    /// <summary>The id that was asked for.</summary>
    public string RunId { get; } = id;
}

/// <summary>The command does not fit the state of the run.</summary>
public sealed class RunStateException(string message) : Exception(message);

/// <summary>The request itself is wrong: an unknown recipe, an override out of range, a layer that does not exist.</summary>
public sealed class RunRequestException(string message) : Exception(message);

/// <summary>Something of a run cannot be written to disk now. Nothing that was there is lost, and the run is as it was; the same may work later.</summary>
public sealed class RunStorageException(string message, Exception? inner = null) : IOException(message, inner);

/// <summary>The training left the numbers that float32 can hold.</summary>
internal sealed class RunDivergedException(string value, long step)
    : Exception($"The training diverged: {value} was no finite number after {step} mini-batches. A lower learning rate helps.");
