using System.Text.Json;
using ForwardForward.Runs.Results;

namespace ForwardForward.Cli;

/// <summary>The command line's JSON: camel case, one object a line.</summary>
internal static class JsonLines
{
    /// <summary>Writes one object and ends the line, at once: whoever reads a pipe waits for it.</summary>
    public static void Write<T>(TextWriter output, T value)
    {
        output.WriteLine(JsonSerializer.Serialize(value, ResultsJson.Options));
        output.Flush();
    }
}
