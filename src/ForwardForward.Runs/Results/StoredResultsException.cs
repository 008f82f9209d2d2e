namespace ForwardForward.Runs.Results;

/// <summary>A file of results is none, or does not take a run; the message is a sentence that says why.</summary>
public sealed class StoredResultsException(string message) : Exception(message);
