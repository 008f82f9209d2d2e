using ForwardForward.Frames;
using ForwardForward.Frames.Codec;
using ForwardForward.Runs;
using ForwardForward.Web.Endpoints.Problems;
using ForwardForward.Web.Endpoints.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace ForwardForward.Web.Endpoints.Readings;

/// <summary>What a network makes of something, whatever it is asked with.</summary>
public static class AskEndpoints
{
    private const string Bytes = "application/octet-stream";

    /// <summary>Adds <c>GET /api/runs/{id}/probe</c> and <c>POST /api/runs/{id}/ask</c>.</summary>
    public static void MapAsk(this IEndpointRouteBuilder api)
    {
        api.MapGet("/runs/{id}/probe", (string id, IRunService runs) => TypedResults.Ok(runs.ProbeOf(id)))
            .WithName("GetProbe")
            .WithSummary("What the network of a run can be asked with")
            .WithDescription("kind is none, drawing, picture, text or latent. A drawing or picture has length bytes, row after row, channels together; a text at most length characters of the alphabet, in UTF-8; latent is length float32 numbers, little-endian.")
            .Refuses(StatusCodes.Status404NotFound);
        api.MapPost("/runs/{id}/ask", AskAsync)
            .WithName("Ask")
            .WithSummary("Asks the network of a run and answers with a frame")
            .WithDescription("The body is application/octet-stream: the bytes that the run's probe describes, taken as they are. A classifier answers with a group whose classes has a row a class and marks the prediction.")
            .Accepts<byte[]>(Bytes)
            .Produces<Frame>(StatusCodes.Status200OK)
            .Refuses(
                StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType);
    }

    private static async Task<FileContentHttpResult> AskAsync(string id, HttpRequest request, IRunService runs, CancellationToken cancellation)
    {
        _ = runs.Get(id);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(Bytes, StringComparison.OrdinalIgnoreCase))
        {
            throw new RequestException(StatusCodes.Status415UnsupportedMediaType, $"A probe comes as {Bytes}; got the content type '{request.ContentType ?? "none"}'.");
        }

        var probe = await RequestBody.ReadAsync(request, BodyLimits.Picture, cancellation);
        return TypedResults.Bytes(FrameJson.Write(await runs.AskAsync(id, probe, cancellation)), "application/json");
    }
}
