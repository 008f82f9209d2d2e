using ForwardForward.Runs;
using ForwardForward.Web.Endpoints.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace ForwardForward.Web.Endpoints.Exports;

/// <summary>What can be taken away: the metrics of many runs in one file, and a run as a file that can be brought in again.</summary>
public static class ExportEndpoints
{
    private const string Several = "Parameter 'runs' must name runs, with commas between them, such as runs=k3v9x2m7q4ab,p8d2c5t1h6wz";

    /// <summary>The most runs in one file.</summary>
    public const int MostRuns = 100;

    /// <summary>Adds <c>/api/metrics.csv</c>, <c>/api/metrics.json</c> and <c>/api/runs/{id}/checkpoint.safetensors</c>.</summary>
    public static void MapExports(this IEndpointRouteBuilder api)
    {
        api.MapGet("/metrics.csv", CsvAsync)
            .WithName("ExportMetricsCsv")
            .WithSummary("The histories of several runs as one CSV")
            .WithDescription("One row a point: run, recipe, scale, seed, tags, sequence, step, epoch, seconds, then a column for every value that occurs; empty where a point does not have it.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        api.MapGet("/metrics.json", JsonAsync)
            .WithName("ExportMetricsJson")
            .WithSummary("Several runs with their histories as one JSON")
            .Produces<string>(StatusCodes.Status200OK, "application/json")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        api.MapGet("/runs/{id}/checkpoint.safetensors", CheckpointAsync)
            .WithName("ExportRun")
            .WithSummary("The newest state of a run, with its recipe and history, as a safetensors file")
            .WithDescription("POST /api/runs/import takes the file; a run made from it goes on bit for bit.")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<PushStreamHttpResult> CsvAsync(IRunService service, CancellationToken cancellation, string runs = "")
    {
        var histories = await SurveyAsync(runs, service, cancellation);
        return TypedResults.Stream(stream => MetricsCsv.WriteAsync(stream, histories, cancellation), "text/csv; charset=utf-8", FileName(histories, "csv"));
    }

    private static async Task<PushStreamHttpResult> JsonAsync(IRunService service, IOptions<JsonOptions> json, CancellationToken cancellation, string runs = "")
    {
        var histories = await SurveyAsync(runs, service, cancellation);
        return TypedResults.Stream(
            stream => MetricsJson.WriteAsync(stream, histories, json.Value.SerializerOptions, cancellation), "application/json", FileName(histories, "json"));
    }

    private static async Task<FileStreamHttpResult> CheckpointAsync(string id, IRunService service, CancellationToken cancellation) =>
        TypedResults.Stream(await service.ExportAsync(id, cancellation), "application/octet-stream", $"{id}.safetensors");

    private static async Task<IReadOnlyList<RunHistory>> SurveyAsync(string list, IRunService service, CancellationToken cancellation)
    {
        string[] ids = [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
        if (ids.Length is 0 or > MostRuns)
        {
            throw RequestException.Bad(ids.Length == 0 ? $"{Several}; it names none." : $"{Several}, at most {MostRuns}; it names {ids.Length}.");
        }

        RunHistory[] histories = [.. ids.Select(id => new RunHistory(service.Get(id), 0, service))];
        foreach (var history in histories)
        {
            await history.SurveyAsync(cancellation);
        }

        return histories;
    }

    private static string FileName(IReadOnlyList<RunHistory> histories, string extension) =>
        histories.Count == 1 ? $"{histories[0].Run.Id}.{extension}" : $"{histories.Count}-runs.{extension}";
}
