using System.Text.Json;
using ForwardForward.Imaging;
using ForwardForward.Web.Endpoints.Problems;

namespace ForwardForward.Web.Endpoints.Requests;

/// <summary>Reads <c>{"strokes":[[[x,y],...],...]}</c>.</summary>
public static class StrokesJson
{
    private const string Shape = "{\"strokes\":[[[x,y],...],...]}";

    /// <summary>Reads the strokes; their number and their coordinates are checked by the preparation.</summary>
    /// <exception cref="RequestException">The JSON has another shape; the message says where.</exception>
    public static IReadOnlyList<IReadOnlyList<PointF>> Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("strokes", out var strokes))
        {
            throw RequestException.Bad($"The body must be {Shape}; got {JsonWords.Value(root)}.");
        }

        foreach (var member in root.EnumerateObject().Where(member => member.Name != "strokes"))
        {
            throw RequestException.Bad($"There is no member '{member.Name}'; there is strokes.");
        }

        return Items(strokes, "strokes", (stroke, where) => Items(stroke, where, Point));
    }

    private static List<T> Items<T>(JsonElement array, string where, Func<JsonElement, string, T> read)
    {
        if (array.ValueKind != JsonValueKind.Array)
        {
            throw RequestException.Bad($"{where} must be an array, as in {Shape}; got {JsonWords.Value(array)}.");
        }

        var items = new List<T>(array.GetArrayLength());
        foreach (var item in array.EnumerateArray())
        {
            items.Add(read(item, $"{where}[{items.Count}]"));
        }

        return items;
    }

    private static PointF Point(JsonElement point, string where) =>
        point.ValueKind == JsonValueKind.Array && point.GetArrayLength() == 2 && Number(point[0]) is { } x && Number(point[1]) is { } y
            ? new PointF(x, y)
            : throw RequestException.Bad($"{where} must be a point [x, y] of two finite numbers; got {JsonWords.Value(point)}.");

    private static float? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetSingle(out var number) && float.IsFinite(number) ? number : null;
}
