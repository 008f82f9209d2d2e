using ForwardForward.Frames;
using ForwardForward.Frames.Codec;
using ForwardForward.Frames.Colours;
using ForwardForward.Runs;
using ForwardForward.Runs.Wire;
using ForwardForward.Web.Endpoints.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Check = ForwardForward.Web.Endpoints.Requests.ArgumentRange;

namespace ForwardForward.Web.Endpoints.Readings;

/// <summary>What a run shows, whatever it is: a list of readings, and each as a frame, in JSON or as PNG.</summary>
public static class ReadingEndpoints
{
    private const string Json = "application/json";
    private const string Png = "image/png";
    private const int MostColumns = 1024;
    private const int LargestZoom = 64;

    /// <summary>Adds <c>/api/runs/{id}/readings</c>, <c>/api/runs/{id}/readings/{name}</c> and the same as <c>.png</c>.</summary>
    public static void MapReadings(this IEndpointRouteBuilder api)
    {
        api.MapGet("/runs/{id}/readings", ListAsync)
            .WithName("GetReadings")
            .WithSummary("What a run can show: its readings, with their layers and what can be asked of each")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        api.MapGet("/runs/{id}/readings/{name}", ReadAsync)
            .WithName("GetReading")
            .WithSummary("A reading as a frame")
            .WithDescription(
                "A frame has its kind (image, grid, series, histogram, text or group), the step it was read at, and the fields of its kind; tiles of images are base64 of a byte a value with a "
                + "scale for each. Asked for with Accept: image/png, images and grids come as a picture, and of a group the first of them. layer, first, count, item and step mean what the list of readings says; "
                + "step is one of the past, of which the nearest snapshot answers.")
            .Produces<Frame>(StatusCodes.Status200OK, Json, Png)
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status406NotAcceptable, StatusCodes.Status409Conflict);
        api.MapGet("/runs/{id}/readings/{name}.png", ReadPngAsync)
            .WithName("GetReadingPicture")
            .WithSummary("The same as a picture, with its legend")
            .WithDescription("Tiles stand in so many columns, zoom pixels a pixel or a cell; shared=false gives every tile a scale of its own.")
            .Produces<byte[]>(StatusCodes.Status200OK, Png)
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<IReadOnlyList<ReadingInfo>>> ListAsync(string id, IRunService runs, CancellationToken cancellation) =>
        TypedResults.Ok(await runs.ReadingsAsync(id, cancellation));

    private static async Task<FileContentHttpResult> ReadAsync(
        string id, string name, IRunService runs, HttpContext context, CancellationToken cancellation,
        int? layer = null, int? first = null, int? count = null, int? item = null, long? step = null)
    {
        var frame = await FindAsync(id, name, runs, new ReadingQuery(layer, first ?? 0, count, item, step), context.Response, cancellation);
        context.Response.Headers.Vary = "Accept";
        if (!WantsPng(context.Request))
        {
            return TypedResults.Bytes(FrameJson.Write(frame), Json);
        }

        return FramePng.PictureOf(frame) is null
            ? throw new RequestException(StatusCodes.Status406NotAcceptable, $"The reading '{name}' is no picture: it is a {Name(frame.Kind)}. Ask for it as {Json}.")
            : TypedResults.Bytes(RequestException.From(() => FramePng.Write(frame)), Png);
    }

    private static async Task<FileContentHttpResult> ReadPngAsync(
        string id, string name, IRunService runs, HttpResponse response, CancellationToken cancellation,
        int? layer = null, int? first = null, int? count = null, int? item = null, long? step = null,
        int? columns = null, int? zoom = null, bool shared = true, bool legend = true)
    {
        Check.Check("columns", columns ?? 1, 1, MostColumns);
        Check.Check("zoom", zoom ?? 1, 1, LargestZoom);
        var frame = await FindAsync(id, name, runs, new ReadingQuery(layer, first ?? 0, count, item, step), response, cancellation);
        return TypedResults.Bytes(RequestException.From(() => FramePng.Write(frame, shared ? ColourScale.Whole : ColourScale.EachTile, columns, zoom, legend)), Png);
    }

    private static async Task<Frame> FindAsync(string id, string name, IRunService runs, ReadingQuery query, HttpResponse response, CancellationToken cancellation)
    {
        response.Headers.CacheControl = "no-store";
        return await runs.ReadAsync(id, name, query, cancellation)
            ?? throw new RequestException(StatusCodes.Status409Conflict, query.Step is { } step
                ? $"Run '{id}' has nothing to show of the reading '{name}' at step {step}."
                : $"Run '{id}' has nothing to show of the reading '{name}' yet; ask again when it has begun to train.");
    }

    // A browser's picture says image/*; whoever takes anything gets numbers.
    private static bool WantsPng(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        return Quality("image", "png") > Quality("application", "json");

        double Quality(string type, string subtype) => accepted
            .Where(media => (media.MatchesAllTypes || media.Type.Equals(type, StringComparison.OrdinalIgnoreCase))
                && (media.MatchesAllSubTypes || media.SubType.Equals(subtype, StringComparison.OrdinalIgnoreCase)))
            .Select(media => media.Quality ?? 1)
            .DefaultIfEmpty(0)
            .Max();
    }

    private static string Name(FrameKind kind) => WireJson.Name(kind);
}
