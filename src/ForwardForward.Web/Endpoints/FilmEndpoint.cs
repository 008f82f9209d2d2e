using ForwardForward.Frames;
using ForwardForward.Frames.Colours;
using ForwardForward.Runs;
using ForwardForward.Runs.Wire;
using ForwardForward.Web.Endpoints.Problems;
using ForwardForward.Web.Endpoints.Readings;
using Microsoft.AspNetCore.Http.HttpResults;
using Check = ForwardForward.Web.Endpoints.Requests.ArgumentRange;

namespace ForwardForward.Web.Endpoints;

/// <summary>The receptive fields of a layer as they formed, as an animated picture.</summary>
public static class FilmEndpoint
{
    private const int MostUnits = 120;
    private const int LargestZoom = 4;

    /// <summary>Adds <c>/api/runs/{id}/layers/{layer}/fields.apng</c>.</summary>
    public static void MapFilm(this IEndpointRouteBuilder api) => api.MapGet("/runs/{id}/layers/{layer}/fields.apng", FilmAsync)
        .WithName("GetReceptiveFieldsFilm")
        .WithSummary("Receptive fields of a layer as a time-lapse (APNG), a frame for every kept snapshot")
        .WithDescription(
            "layer counts from 0 along the run's list of layers. count units, in so many columns, zoom pixels a weight, delay milliseconds a frame; the last frame stays longer. "
            + "shared=true gives all tiles one scale, shared=false each its own; either way the scale stays the same from the first frame to the last, and stands below them.")
        .Produces<byte[]>(StatusCodes.Status200OK, "image/apng")
        .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

    private static async Task<FileContentHttpResult> FilmAsync(
        string id, int layer, IRunService runs, HttpResponse response, CancellationToken cancellation,
        int count = 60, int columns = 10, int zoom = 2, bool shared = true, int delay = 250)
    {
        Check.Check("count", count, 1, MostUnits);
        Check.Check("columns", columns, 1, MostUnits);
        Check.Check("zoom", zoom, 1, LargestZoom);
        Check.Check("delay", delay, 20, 10_000);
        var layers = runs.Get(id).Layers;
        if (layers.Count > 0)
        {
            Check.Check("layer", layer, 0, layers.Count - 1);
        }

        var frames = new List<ImageFrame>();
        foreach (var step in (await runs.MomentsAsync(id, cancellation)).Steps)
        {
            var kept = (await runs.MomentAsync(id, step, cancellation)).Fields.ElementAtOrDefault(layer);
            if (kept is { Fields.Length: > 0 })
            {
                frames.Add(FieldImages.Of(kept with { Fields = kept.Fields[..Math.Min(kept.Fields.Length, count * kept.FieldSize)] }));
            }
        }

        if (frames.Count == 0)
        {
            throw new RequestException(StatusCodes.Status409Conflict, $"No receptive fields of layer {layer} of run '{id}' are kept; they are when it has begun to train, where the layer has a picture.");
        }

        var film = await Task.Run(() => RequestException.From(() => FramePng.WriteAnimation(frames, delay, shared ? ColourScale.Whole : ColourScale.EachTile, columns, zoom)), cancellation);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(film, "image/apng", $"{id}-layer-{layer + 1}.apng");
    }
}
