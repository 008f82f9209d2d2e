using ForwardForward.Imaging;
using ForwardForward.Runs;
using ForwardForward.Web.Endpoints.Problems;
using ForwardForward.Web.Hubs.Messages;
using Microsoft.AspNetCore.Http.HttpResults;
using Check = ForwardForward.Web.Endpoints.Requests.ArgumentRange;

namespace ForwardForward.Web.Endpoints;

/// <summary>What excites a unit, and how labels fare while a recurrent net settles.</summary>
public static class UnitEndpoints
{
    private const int MostImages = 50;
    private const int LargestZoom = 8;

    /// <summary>Adds <c>/api/runs/{id}/layers/{layer}/units/{unit}/inputs</c>, the same as <c>.png</c>, and <c>/api/runs/{id}/iterations</c>.</summary>
    public static void MapUnits(this IEndpointRouteBuilder api)
    {
        api.MapGet("/runs/{id}/layers/{layer}/units/{unit}/inputs", InputsAsync)
            .WithName("GetExcitingInputs")
            .WithSummary("The validation images that excite a unit most, loudest first")
            .WithDescription("unit counts from 0 in the order of fields.png. pixels are base64, 0 background to 255 ink. A unit that is silent to all images that were tried has none.")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        api.MapGet("/runs/{id}/layers/{layer}/units/{unit}/inputs.png", InputsPngAsync)
            .WithName("GetExcitingInputsPicture")
            .WithSummary("The same images side by side")
            .Produces<byte[]>(StatusCodes.Status200OK, "image/png")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        api.MapGet("/runs/{id}/iterations", IterationsAsync)
            .WithName("GetIterations")
            .WithSummary("Goodness of every label after every iteration of a recurrent net")
            .WithDescription("For test digit number digit; without it for a digit of the present batch, or test digit 0 when there is no batch. goodness is [iterations][labels].")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<ExcitingMessage>> InputsAsync(string id, int layer, int unit, IRunService runs, CancellationToken cancellation, int count = 12) =>
        TypedResults.Ok(ExcitingMessage.From(await FindAsync(id, layer, unit, count, runs, cancellation)));

    private static async Task<FileContentHttpResult> InputsPngAsync(
        string id, int layer, int unit, IRunService runs, HttpResponse response, CancellationToken cancellation, int count = 12, int zoom = 3)
    {
        Check.Check("zoom", zoom, 1, LargestZoom);
        var found = await FindAsync(id, layer, unit, count, runs, cancellation);
        if (found.Images.Count == 0)
        {
            throw new RequestException(StatusCodes.Status409Conflict, $"Unit {unit} of layer {layer} is silent to every image that was tried, so there is no picture.");
        }

        float[][] pictures = [.. found.Images.Select(image => Array.ConvertAll(image.Pixels, ink => ink / 255f))];
        response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(RequestException.From(() => Pictures.GreyMosaicPng(pictures, found.Width, found.Height, pictures.Length, zoom)), "image/png");
    }

    private static async Task<Ok<IterationsMessage>> IterationsAsync(string id, IRunService runs, CancellationToken cancellation, int? digit = null) =>
        TypedResults.Ok(IterationsMessage.From(await runs.IterationsAsync(id, digit, cancellation)));

    private static Task<ExcitingImages> FindAsync(string id, int layer, int unit, int count, IRunService runs, CancellationToken cancellation)
    {
        Check.Check("count", count, 1, MostImages);
        var layers = runs.Get(id).Layers;
        if (layers.Count > 0)
        {
            Check.Check("layer", layer, 0, layers.Count - 1);
            Check.Check("unit", unit, 0, layers[layer].Units - 1);
        }

        return runs.ExcitingImagesAsync(id, layer, unit, count, cancellation);
    }
}
