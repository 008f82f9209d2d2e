using ForwardForward.Runs;
using ForwardForward.Web.Endpoints.Contracts;
using ForwardForward.Web.Endpoints.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ForwardForward.Web.Endpoints;

/// <summary>Commands to a run. Each answers with the run as it stands afterwards.</summary>
public static class RunCommandEndpoints
{
    /// <summary>Adds <c>POST /api/runs/{id}/pause | resume | stop | step | fork</c>.</summary>
    public static void MapRunCommands(this IEndpointRouteBuilder api)
    {
        Map("pause", "Holds a running or queued run; answers when it holds", (id, runs, cancellation) => runs.PauseAsync(id, cancellation));
        Map("resume", "Goes on with a paused or interrupted run", (id, runs, cancellation) => runs.ResumeAsync(id, cancellation));
        Map("stop", "Ends a run for good, with a last checkpoint", (id, runs, cancellation) => runs.StopAsync(id, cancellation), StatusCodes.Status507InsufficientStorage);
        api.MapPost("/runs/{id}/step", StepAsync)
            .WithName("StepRun")
            .WithSummary("Does one batch, or the rest of the epoch, of a paused run")
            .WithDescription("unit is batch (the default) or epoch. Answers when the run holds again.")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        api.MapPost("/runs/{id}/fork", ForkAsync)
            .WithName("ForkRun")
            .WithSummary("Makes a new run, paused, that starts from the newest state of this one")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status507InsufficientStorage);

        void Map(string command, string summary, Func<string, IRunService, CancellationToken, Task<RunSnapshot>> act, params int[] more) => api
            .MapPost($"/runs/{{id}}/{command}", async Task<Ok<RunAnswer>> (string id, IRunService runs, CancellationToken cancellation) =>
                TypedResults.Ok(RunAnswer.From(await act(id, runs, cancellation))))
            .WithName($"{char.ToUpperInvariant(command[0])}{command[1..]}Run")
            .WithSummary(summary)
            .Refuses([StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, .. more]);
    }

    private static async Task<Ok<RunAnswer>> StepAsync(string id, IRunService runs, CancellationToken cancellation, string unit = "batch")
    {
        var length = unit switch
        {
            "batch" => StepUnit.Batch,
            "epoch" => StepUnit.Epoch,
            _ => throw RequestException.Bad($"Parameter 'unit' must be batch or epoch; got '{unit}'."),
        };
        return TypedResults.Ok(RunAnswer.From(await runs.StepAsync(id, length, cancellation)));
    }

    private static async Task<CreatedAtRoute<RunAnswer>> ForkAsync(string id, IRunService runs, CancellationToken cancellation) =>
        RunEndpoints.Created(await runs.ForkAsync(id, cancellation));
}
