using System.Runtime.InteropServices;

namespace ForwardForward.Cli;

/// <summary>Where a command writes, and how it learns that a person wants it to end.</summary>
/// <param name="output">Results.</param>
/// <param name="error">Sentences about errors, and remarks that are no result.</param>
/// <param name="isInteractive">Whether a person watches, so that a progress bar makes sense.</param>
public sealed class Terminal(TextWriter output, TextWriter error, bool isInteractive) : IDisposable
{
    private readonly CancellationTokenSource _interruption = new();
    private readonly List<PosixSignalRegistration> _signals = [];

    /// <summary>Results.</summary>
    public TextWriter Output { get; } = output;

    /// <summary>Sentences about errors, and remarks that are no result.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>Whether a person watches.</summary>
    public bool IsInteractive { get; } = isInteractive;

    /// <summary>Cancelled by the first Ctrl+C or polite kill.</summary>
    public CancellationToken Interruption => _interruption.Token;

    /// <summary>The terminal of this process. The first Ctrl+C asks the command to end in order, the second ends it at once.</summary>
    public static Terminal OfProcess()
    {
        var terminal = new Terminal(Console.Out, Console.Error, !Console.IsOutputRedirected && !Console.IsErrorRedirected);
        terminal._signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, terminal.OnSignal));
        terminal._signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, terminal.OnSignal));
        return terminal;
    }

    /// <summary>Does what Ctrl+C does.</summary>
    public void Interrupt() => _interruption.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        _interruption.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = !_interruption.IsCancellationRequested;
        _interruption.Cancel();
    }
}
