using ForwardForward.Runs;
using ForwardForward.Web.Endpoints.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace ForwardForward.Web.Endpoints;

/// <summary>Deleted runs: they can be restored for seven days.</summary>
public static class BinEndpoints
{
    /// <summary>Adds <c>/api/bin</c>, <c>/api/bin/{id}</c> and <c>/api/runs/{id}/restore</c>.</summary>
    public static void MapBin(this IEndpointRouteBuilder api)
    {
        api.MapGet("/bin", (IRunService runs, IOptions<JsonOptions> json, ILoggerFactory loggers) =>
                TypedResults.Ok(ShownRuns.Of(runs.ListDeleted(), json.Value.SerializerOptions, loggers.CreateLogger(typeof(ShownRuns)))))
            .WithName("ListDeletedRuns")
            .WithSummary("Lists the runs in the bin, the one that was deleted last first")
            .WithDescription("A deleted run keeps its history and weights for seven days, also when the program ends in between.");
        api.MapPost("/runs/{id}/restore", RestoreAsync)
            .WithName("RestoreRun")
            .WithSummary("Brings a deleted run back from the bin, as it was")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status507InsufficientStorage);
        api.MapDelete("/bin/{id}", EraseAsync)
            .WithName("EraseRun")
            .WithSummary("Deletes a run in the bin for good, with its files")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status507InsufficientStorage);
    }

    private static async Task<Ok<RunAnswer>> RestoreAsync(string id, IRunService runs, CancellationToken cancellation) =>
        TypedResults.Ok(RunAnswer.From(await runs.RestoreAsync(id, cancellation)));

    private static async Task<NoContent> EraseAsync(string id, IRunService runs, CancellationToken cancellation)
    {
        await runs.DeleteForeverAsync(id, cancellation);
        return TypedResults.NoContent();
    }
}
