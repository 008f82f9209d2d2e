using Microsoft.Extensions.Logging;

namespace ForwardForward.Cli;

/// <summary>Writes what the engine warns of as one sentence a line.</summary>
internal sealed class SentenceLoggerProvider(TextWriter output) : ILoggerProvider
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new SentenceLogger(output);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class SentenceLogger(TextWriter output) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
            {
                return;
            }

            var sentence = formatter(state, exception);
            lock (output)
            {
                output.WriteLine(exception is null ? sentence : $"{sentence} {exception.Message}");
            }
        }
    }
}
