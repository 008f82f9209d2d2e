using System.Text.Json;
using ForwardForward.Runs;
using ForwardForward.Web.Endpoints.Contracts;
using ForwardForward.Web.Endpoints.Problems;
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
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status507InsufficientStorage);
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
            .WithSummary("Changes a run: its note and tags, or its learning rates while it is alive")
            .WithDescription("Sets what the body has: note, tags, or the factor on the learning rates from the next step on. Everything else about a run is fixed when it starts.")
            .Accepts<ChangeRunBody>("application/json")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status507InsufficientStorage);
        api.MapDelete("/runs/{id}", DeleteAsync)
            .WithName("DeleteRun")
            .WithSummary("Puts a run that neither runs nor waits into the bin")
            .WithDescription("POST /api/runs/{id}/restore brings it back, for seven days; DELETE /api/bin/{id} deletes it for good.")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status507InsufficientStorage);
    }

    private static async Task<CreatedAtRoute<RunAnswer>> StartAsync(HttpRequest request, IRunService runs, IOptions<JsonOptions> json, CancellationToken cancellation)
    {
        var body = await JsonBody.ReadAsync<StartRunBody>(request, json.Value.SerializerOptions, cancellation);
        var run = await runs.StartAsync(new StartRun(body.Recipe, body.Scale, body.Seed, body.AllSettings(), body.StartPaused), cancellation);
        return Created(run);
    }

    private static Ok<RunAnswer[]> List(IRunService runs, IOptions<JsonOptions> json, ILoggerFactory loggers) =>
        TypedResults.Ok(ShownRuns.Of(runs.List(), json.Value.SerializerOptions, loggers.CreateLogger(typeof(ShownRuns))));

    private static Ok<RunAnswer> Get(string id, IRunService runs) => TypedResults.Ok(RunAnswer.From(runs.Get(id)));

    private static async Task<Ok<RunAnswer>> ChangeAsync(string id, HttpRequest request, IRunService runs, IOptions<JsonOptions> json, CancellationToken cancellation)
    {
        var run = runs.Get(id);
        var body = await JsonBody.ReadAsync<ChangeRunBody>(request, json.Value.SerializerOptions, cancellation);
        if (body is { LearningRateFactor: null, Note: null, Tags: null })
        {
            throw RequestException.Bad("The body changes nothing: it must have learningRateFactor, note or tags.");
        }

        // Everything is checked before anything is changed.
        var said = new RunAnnotation(body.Note, body.Tags).Checked();
        if (body.LearningRateFactor is { } factor)
        {
            run = await runs.SetLearningRateFactorAsync(id, (float)Requests.ArgumentRange.Check("learningRateFactor", factor, 0, 100), cancellation);
        }

        return TypedResults.Ok(RunAnswer.From(said is { Note: null, Tags: null } ? run : await runs.AnnotateAsync(id, said, cancellation)));
    }

    private static async Task<NoContent> DeleteAsync(string id, IRunService runs, CancellationToken cancellation)
    {
        await runs.DeleteAsync(id, cancellation);
        return TypedResults.NoContent();
    }

    internal static CreatedAtRoute<RunAnswer> Created(RunSnapshot run) => TypedResults.CreatedAtRoute(RunAnswer.From(run), "GetRun", new { id = run.Id });
}
