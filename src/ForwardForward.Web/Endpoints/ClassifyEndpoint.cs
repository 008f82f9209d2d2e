using ForwardForward.Runs;
using ForwardForward.Web.Endpoints.Contracts;
using ForwardForward.Web.Endpoints.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ForwardForward.Web.Endpoints;

/// <summary>Judges a digit with the weights of a run, even while it trains.</summary>
public static class ClassifyEndpoint
{
    /// <summary>Adds <c>POST /api/runs/{id}/classify</c>.</summary>
    public static void MapClassify(this IEndpointRouteBuilder api) => api.MapPost("/runs/{id}/classify", ClassifyAsync)
        .WithName("Classify")
        .WithSummary("Judges a digit with the weights of this run")
        .WithDescription(
            "The digit comes as application/octet-stream (exactly 784 bytes: 28 rows of 28, 0 background, 255 ink, taken as they are), as image/png or image/jpeg "
            + "(a digit on a plain ground), or as application/json {\"strokes\":[[[x,y],...],...]}. Pictures and strokes are fitted and centred as MNIST's digits are. "
            + "A body without ink is answered with 422: an empty pad gives no answer.")
        .Refuses(
            StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge,
            StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity);

    private static async Task<Ok<ClassifyAnswer>> ClassifyAsync(string id, HttpRequest request, IRunService runs, CancellationToken cancellation)
    {
        _ = runs.Get(id);
        var pixels = await DigitBody.ReadAsync(request, cancellation);
        return TypedResults.Ok(ClassifyAnswer.From(await runs.ClassifyAsync(id, pixels, cancellation), pixels));
    }
}
