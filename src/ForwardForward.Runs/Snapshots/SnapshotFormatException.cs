namespace ForwardForward.Runs.Snapshots;

/// <summary>A file is no snapshot, or a broken one; the message says what is wrong.</summary>
internal sealed class SnapshotFormatException(string message, Exception? inner = null) : Exception(message, inner);
