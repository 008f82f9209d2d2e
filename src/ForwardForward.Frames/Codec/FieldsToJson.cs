using System.Text.Json;

namespace ForwardForward.Frames.Codec;

internal static class FieldsToJson
{
    public static void Write(Utf8JsonWriter writer, FieldMap map)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in map.Fields)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case double:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case byte[] bytes:
                writer.WriteBase64StringValue(bytes);
                break;
            case FieldMap map:
                Write(writer, map);
                break;
            case float[] numbers:
                WriteNumbers(writer, numbers);
                break;
            default:
                writer.WriteStartArray();
                foreach (var element in (object[])value)
                {
                    Write(writer, element);
                }

                writer.WriteEndArray();
                break;
        }
    }

    private static void WriteNumbers(Utf8JsonWriter writer, float[] numbers)
    {
        writer.WriteStartArray();
        foreach (var number in numbers)
        {
            if (float.IsFinite(number))
            {
                writer.WriteNumberValue(number);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        writer.WriteEndArray();
    }
}
