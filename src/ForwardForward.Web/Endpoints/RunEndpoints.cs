using System.Text.Json;
using ForwardForward.Runs;
using ForwardForward.Web.Endpoints.Contracts;
using ForwardForward.Web.Endpoints.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace ForwardForward.Web.Endpoints;

/// <summary>Starts, lists, shows, changes and deletes runs.</summary>
public static class RunEndpoints
{
    /// <summary>Adds <c>/api/runs</c> and <c>/api/runs/{id}</c>.</summary>
    public static void MapRuns(this IEndpointRouteBuilder api)
    {
        api.MapPost("/runs", StartAsync)
            .WithName("StartRun")
            .WithSummary("Starts a run")
            .WithDescription("Queues a run of a recipe; one run trains at a time, the rest wait. Unknown recipes, unknown settings and values out of range are refused.")
            .Accepts<StartRunBody>("application/json")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType);
        api.MapGet("/runs", List)
            .WithName("ListRuns")
            .WithSummary("Lists every run, newest first");
        api.MapGet("/runs/{id}", Get)
            .WithName("GetRun")
            .WithSummary("Shows a run")
            .WithDescription("State, epoch, step, newest metrics, and the errors by both test procedures: by the goodness of every label, and by one pass and softmax.")
            .Refuses(StatusCodes.Status404NotFound);
        api.MapPatch("/runs/{id}", ChangeAsync)
            .WithName("ChangeRun")
            .WithSummary("Changes a run that is alive")
            .WithDescription("Sets the factor on the learning rates, from the next step on. Everything else about a run is fixed when it starts.")
            .Accepts<ChangeRunBody>("application/json")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        api.MapDelete("/runs/{id}", DeleteAsync)
            .WithName("DeleteRun")
            .WithSummary("Deletes a run that neither runs nor waits, with its files")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<CreatedAtRoute<RunAnswer>> StartAsync(HttpRequest request, IRunService runs, IOptions<JsonOptions> json, CancellationToken cancellation)
    {
        var body = await JsonBody.ReadAsync<StartRunBody>(request, json.Value.SerializerOptions, cancellation);
        var run = await runs.StartAsync(new StartRun(body.Recipe, body.Scale, body.Seed, body.Overrides, body.StartPaused), cancellation);
        return Created(run);
    }

    private static Ok<RunAnswer[]> List(IRunService runs) => TypedResults.Ok(runs.List().Select(RunAnswer.From).ToArray());

    private static Ok<RunAnswer> Get(string id, IRunService runs) => TypedResults.Ok(RunAnswer.From(runs.Get(id)));

    private static async Task<Ok<RunAnswer>> ChangeAsync(string id, HttpRequest request, IRunService runs, IOptions<JsonOptions> json, CancellationToken cancellation)
    {
        _ = runs.Get(id);
        var body = await JsonBody.ReadAsync<ChangeRunBody>(request, json.Value.SerializerOptions, cancellation);
        var factor = (float)Requests.Range.Check("learningRateFactor", body.LearningRateFactor, 0, 100);
        return TypedResults.Ok(RunAnswer.From(await runs.SetLearningRateFactorAsync(id, factor, cancellation)));
    }

    private static async Task<NoContent> DeleteAsync(string id, IRunService runs, CancellationToken cancellation)
    {
        await runs.DeleteAsync(id, cancellation);
        return TypedResults.NoContent();
    }

    internal static CreatedAtRoute<RunAnswer> Created(RunSnapshot run) => TypedResults.CreatedAtRoute(RunAnswer.From(run), "GetRun", new { id = run.Id });
}
