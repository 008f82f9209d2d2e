using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ForwardForward.Web.Endpoints.OpenApi;

/// <summary>Examples in the OpenAPI document: bodies to send, and what the parameters mean.</summary>
public static class ApiExamples
{
    private const string Start = """{"recipe":"ff-supervised-small","scale":"quick","seed":1,"settings":{"epochs":3}}""";
    private const string Strokes = """{"strokes":[[[10,10],[40,10],[25,60]]]}""";

    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["id"] = "Name of a run: 12 lower-case letters and digits.",
        ["layer"] = "Layer, from 0 along the run's list of layers.",
        ["name"] = "Name of a reading, as in the list of readings.",
        ["item"] = "Number of an example, from 0; without it, one of the present mini-batch.",
        ["step"] = "Step of the past, such as 512; the kept snapshot nearest to it answers. Without it, the newest state.",
        ["unit"] = "How far: batch or epoch.",
        ["from"] = "Sequence number to begin with, from 0.",
        ["runs"] = "Names of runs, with commas between them, at most 100.",
        ["limit"] = "At most so many points, up to 10,000.",
        ["first"] = "First of them, from 0.",
        ["count"] = "At most so many pictures.",
        ["columns"] = "Tiles in a row.",
        ["zoom"] = "Pixels a weight or pixel is drawn with, 1 to 8.",
        ["at"] = "Step of the past, such as 512; the kept snapshot nearest to it answers. Without it, the newest state.",
        ["delay"] = "Milliseconds that a frame stays, 20 to 10,000.",
        ["view"] = "weights, or inputs: what excites the units.",
        ["grid"] = "Whether local fields lie on their grid, a tile a channel.",
        ["digit"] = "Number of a test digit, from 0; without it, a digit of the present batch.",
        ["index"] = "Where the digit stands in the test set, from 0.",
        ["label"] = "Only digits that truly are this one, 0 to 9.",
        ["by"] = "Procedure that read them: goodness or softmax.",
        ["order"] = "surest: the answers that were given most confidently come first; index: as in the test set.",
        ["shared"] = "Whether all tiles share one colour scale.",
        ["legend"] = "Whether the colour scale stands below the tiles.",
    };

    /// <summary>Adds what belongs to an operation.</summary>
    public static void AddTo(OpenApiOperation operation, string? name)
    {
        AnswerExamples.AddTo(operation, name);
        foreach (var parameter in operation.Parameters ?? [])
        {
            parameter.Description ??= parameter.In == ParameterLocation.Path && parameter.Name == "unit"
                ? "Position of a unit, from 0, as in fields.png."
                : Parameters.GetValueOrDefault(parameter.Name ?? "");
        }

        switch (name)
        {
            case "StartRun":
                Example(operation, "application/json", Start);
                break;
            case "ChangeRun":
                Example(operation, "application/json", """{"note":"Goodness by the sum of activities","tags":["goodness","quick look"]}""");
                break;
            case "ImportRun":
                operation.RequestBody = new OpenApiRequestBody
                {
                    Required = true,
                    Content = new Dictionary<string, OpenApiMediaType> { ["application/octet-stream"] = new() { Schema = Text("binary", "A safetensors file, as GET /api/runs/{id}/checkpoint.safetensors gives it.") } },
                };
                break;
            case "Classify":
                operation.RequestBody = new OpenApiRequestBody { Required = true, Content = DigitContent() };
                break;
        }
    }

    private static Dictionary<string, OpenApiMediaType> DigitContent() => new()
    {
        ["application/octet-stream"] = new OpenApiMediaType { Schema = Text("binary", "Exactly 784 bytes: 28 rows of 28, 0 background, 255 ink.") },
        ["image/png"] = new OpenApiMediaType { Schema = Text("binary", "A picture of a digit on a plain ground.") },
        ["image/jpeg"] = new OpenApiMediaType { Schema = Text("binary", "A picture of a digit on a plain ground.") },
        ["application/json"] = new OpenApiMediaType { Schema = StrokesSchema(), Example = JsonNode.Parse(Strokes) },
    };

    private static OpenApiSchema Text(string format, string description) => new() { Type = JsonSchemaType.String, Format = format, Description = description };

    private static OpenApiSchema StrokesSchema()
    {
        var number = new OpenApiSchema { Type = JsonSchemaType.Number };
        var point = new OpenApiSchema { Type = JsonSchemaType.Array, Items = number, MinItems = 2, MaxItems = 2, Description = "A point [x, y]; y grows downwards." };
        var stroke = new OpenApiSchema { Type = JsonSchemaType.Array, Items = point };
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "strokes" },
            AdditionalPropertiesAllowed = false,
            Properties = new Dictionary<string, IOpenApiSchema> { ["strokes"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = stroke } },
        };
    }

    private static void Example(OpenApiOperation operation, string type, string json)
    {
        if (operation.RequestBody?.Content is { } content && content.TryGetValue(type, out var media))
        {
            media.Example = JsonNode.Parse(json);
        }
    }
}
