namespace ForwardForward.Cli;

/// <summary>What was asked for makes no sense; the message is a sentence that says what would be right. Ends in <see cref="ExitCode.BadArguments"/>.</summary>
public sealed class UsageException(string message) : Exception(message);
