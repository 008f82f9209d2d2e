namespace ForwardForward.Cli.Tests;

public sealed class TerminalTests
{
    [Fact]
    public void InterruptionIsToldToTheCommand()
    {
        using var terminal = new Terminal(TextWriter.Null, TextWriter.Null, isInteractive: false);
        Assert.False(terminal.Interruption.IsCancellationRequested);

        terminal.Interrupt();

        Assert.True(terminal.Interruption.IsCancellationRequested);
    }

    [Fact]
    public async Task InterruptedTrainingHoldsSaysHowToGoOnAndGoesOn()
    {
        using var folder = new TemporaryFolder();
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var terminal = new Terminal(output, error, isInteractive: false);
        terminal.Interrupt();

        var code = await CommandLine.RunAsync(["train", "ff-supervised-small", "--scale", "smoke", "--data", folder.Path], terminal);
        var resumed = await Run.Of("train", "--resume", "last", "--data", folder.Path, "--json");

        Assert.Equal(ExitCode.Interrupted, code);
        Assert.Contains("Go on with: train --resume ", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, resumed.ExitCode);
        Assert.Contains("\"testErrorSoftmax\"", resumed.Lines[^1], StringComparison.Ordinal);
    }
}
