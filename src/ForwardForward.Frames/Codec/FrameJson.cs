using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ForwardForward.Frames.Codec;

/// <summary>
/// Frames as JSON: an object with <c>kind</c> and <c>step</c> and the fields of the kind. Tiles are base64 of a byte a value; other numbers
/// are the shortest text that gives the same float32 again, and null where there is no finite number. The same frame always gives the same text.
/// </summary>
public sealed class FrameJson : JsonConverter<Frame>
{
    /// <summary>Writes a frame as UTF-8.</summary>
    public static byte[] Write(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            FieldsToJson.Write(writer, FrameFields.Write(frame));
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Write(Frame)"/> wrote, or anything of that form; the fields may stand in any order.</summary>
    /// <exception cref="FrameFormatException">It is no JSON, or no frame.</exception>
    public static Frame Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return FrameFields.Read(FieldsFromJson.Read(document.RootElement));
        }
        catch (JsonException exception)
        {
            throw new FrameFormatException($"The text is no JSON: {exception.Message}", exception);
        }
        catch (InvalidOperationException exception)
        {
            throw new FrameFormatException("The JSON has text that is not Unicode.", exception);
        }
    }

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(Frame));

    /// <inheritdoc/>
    public override Frame Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            var frame = FrameFields.Read(FieldsFromJson.Read(document.RootElement));
            return frame.GetType().IsAssignableTo(typeToConvert) ? frame : throw new FrameFormatException($"The frame is of the kind {ChoiceNames.Of(frame.Kind)}; {typeToConvert.Name} was expected.");
        }
        catch (Exception exception) when (exception is FrameFormatException or InvalidOperationException)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Frame value, JsonSerializerOptions options) => FieldsToJson.Write(writer, FrameFields.Write(value));
}
