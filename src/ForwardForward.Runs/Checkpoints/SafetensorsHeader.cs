using System.Text.Json;

namespace ForwardForward.Runs.Checkpoints;

/// <summary>
/// The header of a safetensors file: a JSON object with one member a tensor and the strings of <c>__metadata__</c>. Read with every check
/// that keeps a broken or hostile file from being taken for a whole one.
/// </summary>
/// <param name="Metadata">Free strings by name.</param>
/// <param name="Entries">Tensors in the order of their bytes.</param>
internal sealed record SafetensorsHeader(IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<SafetensorsEntry> Entries)
{
    private const string MetadataName = "__metadata__";

    /// <summary>The header as JSON.</summary>
    public byte[] Write()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject(MetadataName);
            foreach (var (name, value) in Metadata)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            foreach (var entry in Entries)
            {
                json.WriteStartObject(entry.Name);
                json.WriteString("dtype", entry.Type);
                WriteNumbers(json, "shape", entry.Shape.Select(size => (long)size));
                WriteNumbers(json, "data_offsets", [entry.Begin, entry.End]);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>Reads a header that is followed by <paramref name="dataLength"/> bytes.</summary>
    /// <exception cref="CheckpointFormatException">It is no such header, or does not describe exactly these bytes.</exception>
    public static SafetensorsHeader Read(ReadOnlyMemory<byte> json, long dataLength)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
            var entries = new Dictionary<string, SafetensorsEntry>(StringComparer.Ordinal);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (member.Name == MetadataName)
                {
                    foreach (var item in member.Value.EnumerateObject())
                    {
                        metadata[item.Name] = item.Value.GetString() ?? "";
                    }
                }
                else if (!entries.TryAdd(member.Name, Entry(member)))
                {
                    throw new CheckpointFormatException($"The header names the tensor '{member.Name}' twice.");
                }
            }

            return new SafetensorsHeader(metadata, Ordered(entries.Values, dataLength));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new CheckpointFormatException($"The header is not the JSON of a safetensors file: {exception.Message}", exception);
        }
    }

    private static SafetensorsEntry Entry(JsonProperty member)
    {
        var type = member.Value.GetProperty("dtype").GetString();
        var size = SafetensorsEntry.BytesOf(type)
            ?? throw new CheckpointFormatException($"The tensor '{member.Name}' has the type {type}; a checkpoint has F32, F16, U64 and I64 only.");
        int[] shape = [.. member.Value.GetProperty("shape").EnumerateArray().Select(item => item.GetInt32())];
        long[] offsets = [.. member.Value.GetProperty("data_offsets").EnumerateArray().Select(item => item.GetInt64())];
        if (shape.Length is 0 or > 2 || shape.Any(item => item < 0) || offsets.Length != 2)
        {
            throw new CheckpointFormatException($"The tensor '{member.Name}' has a shape of {shape.Length} sizes and {offsets.Length} offsets; it must have one or two sizes, not negative, and two offsets.");
        }

        var count = shape.Aggregate(1L, (product, item) => product * item);
        return count <= Array.MaxLength && offsets[0] >= 0 && offsets[1] - offsets[0] == count * size
            ? new SafetensorsEntry(member.Name, type!, shape, offsets[0], offsets[1])
            : throw new CheckpointFormatException(
                $"The tensor '{member.Name}' of shape [{string.Join(", ", shape)}] needs {(decimal)count * size} bytes; its offsets {offsets[0]} and {offsets[1]} do not give them.");
    }

    private static List<SafetensorsEntry> Ordered(IEnumerable<SafetensorsEntry> entries, long dataLength)
    {
        var position = 0L;
        List<SafetensorsEntry> ordered = [.. entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End)];
        foreach (var entry in ordered)
        {
            if (entry.Begin != position)
            {
                throw new CheckpointFormatException($"The tensor '{entry.Name}' begins at byte {entry.Begin} of the data, but the one before it ends at {position}.");
            }

            position = entry.End;
        }

        return position == dataLength
            ? ordered
            : throw new CheckpointFormatException($"The header describes {position} bytes of data; the file has {dataLength}. It is truncated or was changed.");
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
