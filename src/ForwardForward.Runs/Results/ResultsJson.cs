using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ForwardForward.Runs.Results;

/// <summary>How results are written as JSON.</summary>
public static class ResultsJson
{
    /// <summary>Camel case; numbers that are none are refused by JSON itself, so they are written by name.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };
}
