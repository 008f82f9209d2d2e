using ForwardForward.Frames.Colours;
using ForwardForward.Learning.Readings;
using ForwardForward.Runs;
using ForwardForward.Runs.Wire;
using ForwardForward.Web.Endpoints.Problems;
using ForwardForward.Web.Endpoints.Readings;
using ForwardForward.Web.ViewModels.Pictures;
using Microsoft.AspNetCore.Http.HttpResults;
using Check = ForwardForward.Web.Endpoints.Requests.ArgumentRange;

namespace ForwardForward.Web.Endpoints;

/// <summary>What a run looks like: receptive fields, positive and negative examples, as PNG.</summary>
public static class PictureEndpoints
{
    private const string Png = "image/png";
    private const int MostUnits = 1024;
    private const int MostExamples = 50;
    private const int LargestZoom = 8;

    /// <summary>Adds <c>/api/runs/{id}/layers/{layer}/fields.png</c> and <c>/api/runs/{id}/negatives.png</c>.</summary>
    public static void MapPictures(this IEndpointRouteBuilder api)
    {
        api.MapGet("/runs/{id}/layers/{layer}/fields.png", FieldsAsync)
            .WithName("GetReceptiveFields")
            .WithSummary("Receptive fields of a layer as a mosaic")
            .WithDescription(
                "layer counts from 0 along the run's list of layers. count units from unit first, in so many columns, zoom pixels a weight, vermilion below 0 and teal above; "
                + "shared=true gives all tiles one scale, shared=false each its own, and legend=true puts it below them. view=inputs shows, in place of weights, the mean of the images that excite a unit most, less "
                + "the mean of all. Where fields are local, a tile is a channel with the fields of all its places on their grid, and first is taken back to the first place; grid=false "
                + "shows every field in the whole picture. Of the past the weights of the first units are kept, 120 of the lowest layer and 60 of the others." + SnapshotEndpoints.AtMeans)
            .Produces<byte[]>(StatusCodes.Status200OK, Png)
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        api.MapGet("/runs/{id}/negatives.png", NegativesAsync)
            .WithName("GetNegatives")
            .WithSummary("Examples of the last batch: positives in the upper row, their negatives in the lowest")
            .WithDescription("Between them, row by row, the pictures that the negatives were made of, where there are any: digit A, mask, digit B." + SnapshotEndpoints.AtMeans)
            .Produces<byte[]>(StatusCodes.Status200OK, Png)
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<FileContentHttpResult> FieldsAsync(
        string id, int layer, IRunService runs, HttpResponse response, CancellationToken cancellation,
        int first = 0, int count = 100, int columns = 10, int zoom = 2, bool shared = true, string view = "weights", bool grid = true, bool legend = false, long? at = null)
    {
        var wanted = view switch
        {
            "weights" => FieldsView.Weights,
            "inputs" => FieldsView.Inputs,
            _ => throw RequestException.Bad($"Parameter 'view' must be weights or inputs; got '{(view.Length > 40 ? view[..40] + "..." : view)}'."),
        };
        Check.Check("count", count, 1, MostUnits);
        Check.Check("columns", columns, 1, MostUnits);
        Check.Check("zoom", zoom, 1, LargestZoom);
        var layers = runs.Get(id).Layers;
        if (layers.Count > 0)
        {
            Check.Check("layer", layer, 0, layers.Count - 1);
            Check.Check("first", first, 0, layers[layer].Units - 1);
        }

        var layout = grid && wanted == FieldsView.Weights && layers.Count > 0 && layers[layer].Grid is { } places ? new GridLayout(places) : null;
        if (layout is not null)
        {
            first -= first % layout.Grid.Locations;
            count = Math.Max(1, count / layout.Grid.Locations) * layout.Grid.Locations;
        }

        if (at is not null && wanted != FieldsView.Weights)
        {
            throw RequestException.Bad("Of the past only weights are kept: leave out 'at' for view=inputs.");
        }

        var fields = at is { } step
            ? Kept(await SnapshotEndpoints.FindAsync(runs, id, step, response, cancellation), layer, first, count)
            : await runs.ReceptiveFieldsAsync(id, new FieldsRequest(layer, first, count, wanted), cancellation);
        if (fields.Fields.Length == 0)
        {
            throw new RequestException(StatusCodes.Status409Conflict, $"Run '{id}' has no receptive fields of layer {layer} to show yet; ask again when it has begun to train.");
        }

        fields = layout?.Lay(fields.Grey()) ?? fields;
        return NeverStored(
            response, RequestException.From(() => FramePng.Write(FieldImages.Of(fields), shared ? ColourScale.Whole : ColourScale.EachTile, columns, zoom, legend)));
    }

    private static async Task<FileContentHttpResult> NegativesAsync(
        string id, IRunService runs, HttpResponse response, CancellationToken cancellation, int count = 10, int zoom = 3, long? at = null)
    {
        Check.Check("count", count, 1, MostExamples);
        Check.Check("zoom", zoom, 1, LargestZoom);
        var pairs = at is { } step
            ? [.. (await SnapshotEndpoints.FindAsync(runs, id, step, response, cancellation)).Examples.Pairs.Take(count)]
            : (await runs.NegativesAsync(id, count, cancellation)).Pairs;
        if (pairs.Count == 0)
        {
            throw new RequestException(StatusCodes.Status409Conflict, $"Run '{id}' has no examples to show{(at is null ? "" : $" of step {at}")}: they exist from its first step on, where there are negatives.");
        }

        return NeverStored(response, RequestException.From(() => FramePng.Write(ExampleReading.Pictures(0, [.. pairs.Select(ExampleParts.Sorted)], []), columns: pairs.Count, zoom: zoom, legend: false)));
    }

    private static ReceptiveFields Kept(Moment moment, int layer, int first, int count)
    {
        var kept = moment.Fields.ElementAtOrDefault(layer)
            ?? throw RequestException.Bad($"The snapshot of step {moment.Step} has layers 0 to {moment.Fields.Count - 1}; asked for layer {layer}.");
        var size = kept.FieldSize;
        var units = size == 0 ? 0 : kept.Fields.Length / size;
        return units == 0 ? kept
            : first < units ? kept with { FirstUnit = first, Fields = kept.Fields[(first * size)..(Math.Min(units, first + count) * size)] }
            : throw RequestException.Bad($"Snapshots keep units 0 to {units - 1} of layer {layer}; asked for unit {first}.");
    }

    private static FileContentHttpResult NeverStored(HttpResponse response, byte[] png)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(png, Png);
    }
}
