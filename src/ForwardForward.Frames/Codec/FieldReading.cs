namespace ForwardForward.Frames.Codec;

/// <summary>Fields as what they must be; a field that is something else is refused with a sentence that names it.</summary>
internal static class FieldReading
{
    public static string Text(this FieldMap map, string name, string? otherwise = null) => map.Find(name) switch
    {
        string text => text,
        null when otherwise is not null => otherwise,
        var other => throw Wrong(name, "text", other),
    };

    public static int Integer(this FieldMap map, string name, int? otherwise = null) =>
        map.Long(name, otherwise) is var value && value is >= int.MinValue and <= int.MaxValue ? (int)value : throw new FrameFormatException($"{name} is {value}, which is too large.");

    public static long Long(this FieldMap map, string name, long? otherwise = null) => map.Find(name) switch
    {
        long number => number,
        null when otherwise is { } usual => usual,
        var other => throw Wrong(name, "a whole number", other),
    };

    public static int? IntegerOrNull(this FieldMap map, string name) => map.Find(name) is null ? null : map.Integer(name);

    public static double? NumberOrNull(this FieldMap map, string name) => map.Find(name) switch
    {
        null => null,
        long number => number,
        double number => number,
        var other => throw Wrong(name, "a number", other),
    };

    public static T Choice<T>(this FieldMap map, string name, T? otherwise = null)
        where T : struct, Enum =>
        otherwise is { } usual && map.Find(name) is null ? usual : ChoiceNames.Read<T>(name, map.Text(name));

    public static float[] Floats(this FieldMap map, string name) => map.Find(name) switch
    {
        float[] numbers => numbers,
        Array { Length: 0 } => [],
        var other => throw Wrong(name, "an array of numbers", other),
    };

    public static string[] Texts(this FieldMap map, string name) => map.Find(name) switch
    {
        string[] texts => texts,
        null or Array { Length: 0 } => [],
        var other => throw Wrong(name, "an array of texts", other),
    };

    public static byte[] Bytes(this FieldMap map, string name)
    {
        switch (map.Find(name))
        {
            case byte[] bytes:
                return bytes;
            case string text:
                var room = new byte[text.Length];
                return Convert.TryFromBase64String(text, room, out var written) ? room[..written] : throw new FrameFormatException($"{name} is not base64.");
            case var other:
                throw Wrong(name, "bytes (base64 in JSON)", other);
        }
    }

    public static FieldMap? MapOrNull(this FieldMap map, string name) => map.Find(name) switch
    {
        null => null,
        FieldMap fields => fields,
        var other => throw Wrong(name, "an object", other),
    };

    public static FieldMap[] Maps(this FieldMap map, string name) => map.Find(name) switch
    {
        FieldMap[] maps => maps,
        null or Array { Length: 0 } => [],
        var other => throw Wrong(name, "an array of objects", other),
    };

    private static FrameFormatException Wrong(string name, string wanted, object? found) =>
        new(found is null ? $"{name} is missing; it must be {wanted}." : $"{name} must be {wanted}; it is {Word(found)}.");

    private static string Word(object found) => found switch
    {
        string => "text",
        bool => "true or false",
        long or double => "a number",
        byte[] => "bytes",
        FieldMap => "an object",
        _ => "an array of something else",
    };
}
