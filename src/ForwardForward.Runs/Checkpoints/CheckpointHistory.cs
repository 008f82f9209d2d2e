using System.IO.Compression;
using System.Text.Json;

namespace ForwardForward.Runs.Checkpoints;

/// <summary>A run's history as one string of a checkpoint's metadata: JSON, compressed, in base 64. It makes an exported run complete.</summary>
internal static class CheckpointHistory
{
    private const int MostPoints = 100_000;
    private const int LargestText = 128 << 20;
    private const int LongestName = 100;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Writes points.</summary>
    public static string Write(IReadOnlyList<MetricPoint> points)
    {
        using var bytes = new MemoryStream();
        using (var compressed = new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(compressed, points, Json);
        }

        return Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>Reads points, numbered from 0 without gaps.</summary>
    /// <exception cref="CheckpointFormatException">It is no history, or has values that no history has.</exception>
    public static IReadOnlyList<MetricPoint> Read(string text)
    {
        try
        {
            var points = JsonSerializer.Deserialize<List<MetricPoint>>(Unpack(text), Json) ?? [];
            Check(points);
            return points;
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidDataException or InvalidOperationException)
        {
            throw new CheckpointFormatException($"The metadata 'history' cannot be read: {exception.Message}", exception);
        }
    }

    // A few bytes can unpack to more than any memory holds: reading stops at a limit.
    private static byte[] Unpack(string text)
    {
        using var compressed = new BrotliStream(new MemoryStream(Convert.FromBase64String(text)), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        var piece = new byte[1 << 16];
        for (int read; (read = compressed.Read(piece)) > 0;)
        {
            if (bytes.Length + read > LargestText)
            {
                throw new CheckpointFormatException($"The metadata 'history' unpacks to more than {LargestText:N0} bytes.");
            }

            bytes.Write(piece, 0, read);
        }

        return bytes.ToArray();
    }

    private static void Check(List<MetricPoint> points)
    {
        if (points.Count > MostPoints)
        {
            throw new CheckpointFormatException($"The history has {points.Count:N0} points; {MostPoints:N0} is the most.");
        }

        for (var i = 0; i < points.Count; i++)
        {
            if (points[i] is not { Values: { } values, Step: >= 0, Epoch: >= 0, Seconds: >= 0 } point || point.Sequence != i
                || values.Any(value => value.Key.Length is 0 or > LongestName || !double.IsFinite(value.Value)))
            {
                throw new CheckpointFormatException($"Point {i} of the history is not one that this program writes.");
            }
        }
    }
}
