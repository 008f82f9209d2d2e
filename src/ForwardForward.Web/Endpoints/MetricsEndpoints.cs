using ForwardForward.Runs;
using ForwardForward.Web.Endpoints.Contracts;
using ForwardForward.Web.Endpoints.Exports;
using ForwardForward.Web.Endpoints.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ForwardForward.Web.Endpoints;

/// <summary>The history of a run.</summary>
public static class MetricsEndpoints
{
    private const int MostPoints = 10_000;

    /// <summary>Adds <c>/api/runs/{id}/metrics</c> and <c>/api/runs/{id}/metrics.csv</c>.</summary>
    public static void MapMetrics(this IEndpointRouteBuilder api)
    {
        api.MapGet("/runs/{id}/metrics", JsonAsync)
            .WithName("GetMetrics")
            .WithSummary("The history from a sequence number on")
            .WithDescription("Points come in order and without gaps. Ask again from 'next' for what came since; fewer points than 'limit' means that was all so far.")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        api.MapGet("/runs/{id}/metrics.csv", CsvAsync)
            .WithName("GetMetricsCsv")
            .WithSummary("The whole history as CSV")
            .WithDescription("One row a point: sequence, step, epoch, seconds, then a column for every value that occurs; empty where a point does not have it.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<MetricsAnswer>> JsonAsync(string id, IRunService runs, CancellationToken cancellation, long from = 0, int limit = MostPoints)
    {
        Requests.ArgumentRange.NotNegative("from", from);
        Requests.ArgumentRange.Check("limit", limit, 1, MostPoints);
        var points = await runs.MetricsAsync(id, from, limit, cancellation);
        var next = points.Count > 0 ? points[^1].Sequence + 1 : from;
        return TypedResults.Ok(new MetricsAnswer(id, from, next, [.. points.Select(MetricAnswer.From)]));
    }

    private static async Task<PushStreamHttpResult> CsvAsync(string id, IRunService runs, CancellationToken cancellation, long from = 0)
    {
        Requests.ArgumentRange.NotNegative("from", from);
        var history = new RunHistory(runs.Get(id), from, runs);
        await history.SurveyAsync(cancellation);
        return TypedResults.Stream(stream => MetricsCsv.WriteAsync(stream, history, cancellation), "text/csv; charset=utf-8", $"{id}.csv");
    }
}
