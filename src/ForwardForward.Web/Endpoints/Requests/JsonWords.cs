using System.Text.Json;

namespace ForwardForward.Web.Endpoints.Requests;

/// <summary>Words for JSON values and for the kinds of values that members take.</summary>
public static class JsonWords
{
    private const int Longest = 60;

    /// <summary>A value as a person would quote it, cut where it is long.</summary>
    public static string Value(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= Longest ? text : text[..Longest] + "...";
    }

    /// <summary>What a member of this type takes.</summary>
    public static string Kind(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
        {
            return string.Join(" or ", Enum.GetNames(type).Select(name => $"\"{JsonNamingPolicy.CamelCase.ConvertName(name)}\""));
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => "text",
            TypeCode.Boolean => "true or false",
            TypeCode.UInt64 => $"a whole number from 0 to {ulong.MaxValue}",
            TypeCode.Int32 => $"a whole number from {int.MinValue} to {int.MaxValue}",
            TypeCode.Single or TypeCode.Double => "a finite number",
            _ => "a JSON object",
        };
    }
}
