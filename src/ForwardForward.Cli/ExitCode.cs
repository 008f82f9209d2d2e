namespace ForwardForward.Cli;

/// <summary>What the process tells its caller.</summary>
public static class ExitCode
{
    /// <summary>It was done.</summary>
    public const int Done = 0;

    /// <summary>It was tried and went wrong.</summary>
    public const int Failed = 1;

    /// <summary>It was not tried, because what was asked for makes no sense.</summary>
    public const int BadArguments = 2;

    /// <summary>A person pressed Ctrl+C (128 + SIGINT, as shells have it).</summary>
    public const int Interrupted = 130;
}
