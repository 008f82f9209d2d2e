using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace ForwardForward.Cli;

/// <summary>Writes what the engine warns of as one sentence a line.</summary>
internal sealed class SentenceFormatter() : ConsoleFormatter(FormatName)
{
    /// <summary>Name of the format.</summary>
    public const string FormatName = "sentence";

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var sentence = logEntry.Formatter(logEntry.State, logEntry.Exception);
        textWriter.WriteLine(logEntry.Exception is { } exception ? $"{sentence} {exception.Message}" : sentence);
    }
}

/// <summary>Adds <see cref="SentenceFormatter"/> to a program's log.</summary>
internal static class SentenceLogging
{
    /// <summary>Writes warnings and worse to the error stream, one sentence a line.</summary>
    public static ILoggingBuilder AddSentences(this ILoggingBuilder logging) => logging
        .SetMinimumLevel(LogLevel.Warning)
        // The host logs a failed start and throws it as well; it is the command that explains it.
        .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
        .AddConsoleFormatter<SentenceFormatter, ConsoleFormatterOptions>()
        .AddConsole(console => (console.FormatterName, console.LogToStandardErrorThreshold) = (SentenceFormatter.FormatName, LogLevel.Trace));
}
