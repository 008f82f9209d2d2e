using System.Buffers;
using System.Text.Json;
using ForwardForward.Web.Endpoints.Contracts;

namespace ForwardForward.Web.Endpoints.Exports;

/// <summary>Histories as JSON: a list of runs, each as GET /api/runs/{id} shows it, with its points; written as they are read.</summary>
public static class MetricsJson
{
    private const int Piece = 1 << 16;

    /// <summary>Writes the runs with their points.</summary>
    public static async Task WriteAsync(Stream stream, IReadOnlyList<RunHistory> histories, JsonSerializerOptions options, CancellationToken cancellation)
    {
        // A writer on the stream itself would write to it in between, and not asynchronously.
        var buffer = new ArrayBufferWriter<byte>(2 * Piece);
        await using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartArray("runs");
        foreach (var history in histories)
        {
            json.WriteStartObject();
            json.WritePropertyName("run");
            JsonSerializer.Serialize(json, RunAnswer.From(history.Run), options);
            json.WriteStartArray("points");
            await foreach (var page in history.PagesAsync(cancellation))
            {
                foreach (var point in page)
                {
                    JsonSerializer.Serialize(json, MetricAnswer.From(point), options);
                    if (json.BytesPending + buffer.WrittenCount > Piece)
                    {
                        await SendAsync();
                    }
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await SendAsync();

        async Task SendAsync()
        {
            await json.FlushAsync(cancellation);
            await stream.WriteAsync(buffer.WrittenMemory, cancellation);
            buffer.ResetWrittenCount();
        }
    }
}
