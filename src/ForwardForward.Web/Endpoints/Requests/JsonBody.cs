using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ForwardForward.Web.Endpoints.Problems;

namespace ForwardForward.Web.Endpoints.Requests;

/// <summary>Reads a JSON body strictly, with errors that name the member, its value and what would be right.</summary>
public static class JsonBody
{
    /// <summary>Reads the body as <typeparamref name="T"/>.</summary>
    /// <exception cref="RequestException">It is no JSON (415 by its content type, 400 by its text), or it has an unknown, missing or wrong member.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, JsonSerializerOptions options, CancellationToken cancellation)
    {
        using var document = await ReadDocumentAsync(request, BodyLimits.Command, cancellation);
        var root = document.RootElement;
        var type = options.GetTypeInfo(typeof(T));
        CheckMembers(root, type);
        try
        {
            return root.Deserialize<T>(options) ?? throw RequestException.Bad("The body must be a JSON object; got null.");
        }
        catch (JsonException error)
        {
            throw RequestException.Bad(Describe(error, root, type));
        }
    }

    /// <summary>Reads the body as any JSON of so many bytes at most.</summary>
    /// <exception cref="RequestException">It is no JSON, or longer.</exception>
    public static async Task<JsonDocument> ReadDocumentAsync(HttpRequest request, int limit, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType())
        {
            throw new RequestException(
                StatusCodes.Status415UnsupportedMediaType, $"The content type must be application/json; got '{request.ContentType ?? "none"}'.");
        }

        var body = await RequestBody.ReadAsync(request, limit, cancellation);
        try
        {
            return JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 16, AllowDuplicateProperties = false });
        }
        catch (JsonException error)
        {
            throw RequestException.Bad($"The body is no JSON: {error.Message}");
        }
    }

    private static void CheckMembers(JsonElement root, JsonTypeInfo type)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw RequestException.Bad($"The body must be a JSON object; got {JsonWords.Value(root)}.");
        }

        foreach (var member in root.EnumerateObject())
        {
            if (!type.Properties.Any(known => known.Name == member.Name))
            {
                throw RequestException.Bad($"There is no member '{member.Name}'; there are {string.Join(", ", type.Properties.Select(known => known.Name))}.");
            }
        }

        foreach (var missing in type.Properties.Where(known => known.IsRequired && !root.TryGetProperty(known.Name, out _)))
        {
            throw RequestException.Bad($"Member '{missing.Name}' is missing: it must be {JsonWords.Kind(missing.PropertyType)}.");
        }
    }

    private static string Describe(JsonException error, JsonElement root, JsonTypeInfo type)
    {
        var member = type.Properties.FirstOrDefault(known => error.Path == $"$.{known.Name}");
        return member is not null && root.TryGetProperty(member.Name, out var value)
            ? $"Member '{member.Name}' must be {JsonWords.Kind(member.PropertyType)}; got {JsonWords.Value(value)}."
            : $"The body cannot be read at {error.Path}: {error.Message}";
    }
}
