using ForwardForward.Runs;
using ForwardForward.Web.Endpoints.Contracts;
using ForwardForward.Web.Endpoints.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Check = ForwardForward.Web.Endpoints.Requests.ArgumentRange;

namespace ForwardForward.Web.Endpoints;

/// <summary>What was kept of a run: which moments, and what its layers did at one of them.</summary>
public static class SnapshotEndpoints
{
    /// <summary>What is said of <c>at</c> wherever it can be asked for.</summary>
    public const string AtMeans =
        " at names a step of the past: the answer is the kept snapshot nearest to it, and the header Snapshot-Step says which; without it, the newest state.";

    /// <summary>Header that names the step of the snapshot that an answer shows.</summary>
    public const string StepHeader = "Snapshot-Step";

    /// <summary>Adds <c>/api/runs/{id}/snapshots</c> and <c>/api/runs/{id}/layers/{layer}/statistics</c>.</summary>
    public static void MapSnapshots(this IEndpointRouteBuilder api)
    {
        api.MapGet("/runs/{id}/snapshots", ListAsync)
            .WithName("ListSnapshots")
            .WithSummary("Which moments are kept of a run, oldest first")
            .WithDescription(
                "While a run trains, snapshots are kept of receptive fields, examples, layer statistics and errors: step 0 and the newest always, in between evenly on a "
                + "logarithmic scale of steps. 'taken' says how many there were in all; the others made room.")
            .Refuses(StatusCodes.Status404NotFound);
        api.MapGet("/runs/{id}/layers/{layer}/statistics", StatisticsAsync)
            .WithName("GetLayerStatistics")
            .WithSummary("What a layer does on a batch: goodness of every row, active, dead and always-on units, size of the weights")
            .WithDescription("layer counts from 0 along the run's list of layers. The goodness of every row is what a histogram is made of." + AtMeans)
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    /// <summary>The snapshot nearest to a step, named in the answer's header.</summary>
    public static async Task<Moment> FindAsync(IRunService runs, string id, long step, HttpResponse response, CancellationToken cancellation)
    {
        Check.NotNegative("at", step);
        var moment = await runs.MomentAsync(id, step, cancellation);
        response.Headers[StepHeader] = FormattableString.Invariant($"{moment.Step}");
        return moment;
    }

    private static async Task<Ok<SnapshotsAnswer>> ListAsync(string id, IRunService runs, CancellationToken cancellation) =>
        TypedResults.Ok(SnapshotsAnswer.From(runs.Get(id), await runs.MomentsAsync(id, cancellation)));

    private static async Task<Ok<LayerStatisticsAnswer>> StatisticsAsync(
        string id, int layer, IRunService runs, HttpResponse response, CancellationToken cancellation, long? at = null)
    {
        var run = runs.Get(id);
        if (run.Layers.Count > 0)
        {
            Check.Check("layer", layer, 0, run.Layers.Count - 1);
        }

        if (at is { } step)
        {
            var moment = await FindAsync(runs, id, step, response, cancellation);
            return moment.Layers.ElementAtOrDefault(layer) is { } kept
                ? TypedResults.Ok(LayerStatisticsAnswer.From(moment.Step, layer, kept))
                : throw new RequestException(StatusCodes.Status409Conflict, $"At step {moment.Step} of run '{id}' there was no batch to measure layer {layer} on.");
        }

        return await runs.LayerStatisticsAsync(id, layer, cancellation) is { } statistics
            ? TypedResults.Ok(LayerStatisticsAnswer.From(null, layer, statistics))
            : throw new RequestException(StatusCodes.Status409Conflict, $"Run '{id}' has no batch to measure layer {layer} on yet; ask again when it has begun to train.");
    }
}
