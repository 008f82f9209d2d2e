namespace ForwardForward.Cli.Tests;

/// <summary>One command line, run in this process, and all that it said.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static async Task<Run> Of(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var terminal = new Terminal(output, error, isInteractive: false);
        var code = await CommandLine.RunAsync(arguments, terminal);
        return new Run(code, output.ToString(), error.ToString());
    }
}
