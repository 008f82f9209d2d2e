using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace ForwardForward.Web.Endpoints.OpenApi;

/// <summary>Examples of answers in the OpenAPI document.</summary>
internal static class AnswerExamples
{
    private const string Search = """{"state":"searching","step":2500,"done":4200,"total":10000,"byGoodness":61,"bySoftmax":64,"seconds":5.1,"secondsLeft":7.0,"failure":null}""";
    private const string Mistake = """{"index":247,"label":4,"answer":2,"confidence":0.83}""";

    private static readonly Dictionary<string, string> Answers = new()
    {
        ["GetTestDigit"] = Digit(),
        ["DrawTestDigit"] = Digit(),
        ["SearchMistakes"] = Search,
        ["CancelMistakes"] = Search,
        ["GetMistakes"] = $$"""{"runId":"k3v9x2m7q4ab","search":{{Search}},"by":"softmax","found":64,"first":0,"mistakes":[{{Mistake}}]}""",
    };

    /// <summary>Adds what belongs to an operation.</summary>
    public static void AddTo(OpenApiOperation operation, string? name)
    {
        if (name is null || !Answers.TryGetValue(name, out var example))
        {
            return;
        }

        foreach (var (status, answer) in operation.Responses ?? [])
        {
            if (status[0] == '2' && answer.Content is { } content && content.TryGetValue("application/json", out var media))
            {
                media.Example = JsonNode.Parse(example);
            }
        }
    }

    private static string Digit() =>
        $$"""{"runId":"k3v9x2m7q4ab","index":247,"count":10000,"label":4,"data":"MNIST","isSynthetic":false,"image":[{{string.Join(',', Enumerable.Repeat(0, 784))}}]}""";
}
