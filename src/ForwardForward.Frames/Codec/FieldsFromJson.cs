using System.Text.Json;

namespace ForwardForward.Frames.Codec;

internal static class FieldsFromJson
{
    /// <exception cref="FrameFormatException">It is no object.</exception>
    public static FieldMap Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new FrameFormatException("A frame is a JSON object.");
        }

        FieldMap.CheckCount(element.GetPropertyCount());
        var map = new FieldMap();
        foreach (var field in element.EnumerateObject())
        {
            if (map.Find(field.Name) is not null)
            {
                throw new FrameFormatException($"{field.Name} stands there twice.");
            }

            map.Add(field.Name, Value(field.Name, field.Value));
        }

        return map;
    }

    private static object? Value(string name, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Read(element),
        JsonValueKind.Array => Array(name, element),
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? (object)whole : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static object Array(string name, JsonElement element)
    {
        var kinds = element.EnumerateArray().Select(one => one.ValueKind).Distinct().ToArray();
        if (kinds.All(kind => kind is JsonValueKind.Number or JsonValueKind.Null))
        {
            return element.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.Null ? float.NaN : one.GetSingle()).ToArray();
        }

        return kinds switch
        {
            [JsonValueKind.String] => element.EnumerateArray().Select(one => one.GetString()!).ToArray(),
            [JsonValueKind.Object] => element.EnumerateArray().Select(Read).ToArray(),
            _ => throw new FrameFormatException($"{name} is an array of several things; it must be of numbers, of texts or of objects."),
        };
    }
}
