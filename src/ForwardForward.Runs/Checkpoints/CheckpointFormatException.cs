namespace ForwardForward.Runs.Checkpoints;

/// <summary>A file is no checkpoint, or a broken one; the message says what is wrong.</summary>
public sealed class CheckpointFormatException(string message, Exception? inner = null) : Exception(message, inner);
