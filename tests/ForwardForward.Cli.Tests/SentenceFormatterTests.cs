using Microsoft.Extensions.Logging.Abstractions;

namespace ForwardForward.Cli.Tests;

public sealed class SentenceFormatterTests
{
    [Fact]
    public void AWarningIsALineAndNothingElse() => Assert.Equal($"The disk is full.{Environment.NewLine}", Format("The disk is full.", null));

    [Fact]
    public void AnExceptionAddsItsSentence() => Assert.Equal(
        $"Run x was not saved. No space left.{Environment.NewLine}", Format("Run x was not saved.", new IOException("No space left.")));

    private static string Format(string sentence, Exception? exception)
    {
        using var output = new StringWriter();
        var entry = new LogEntry<string>(Microsoft.Extensions.Logging.LogLevel.Warning, "Category", default, sentence, exception, (state, _) => state);
        new SentenceFormatter().Write(entry, null, output);
        return output.ToString();
    }
}
