using ForwardForward.Runs;
using ForwardForward.Web.Endpoints.Contracts;
using ForwardForward.Web.Endpoints.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Check = ForwardForward.Web.Endpoints.Requests.ArgumentRange;

namespace ForwardForward.Web.Endpoints;

/// <summary>The test digits that a run's network gets wrong.</summary>
public static class MistakeEndpoints
{
    /// <summary>Adds <c>GET | POST | DELETE /api/runs/{id}/mistakes</c>.</summary>
    public static void MapMistakes(this IEndpointRouteBuilder api)
    {
        api.MapPost("/runs/{id}/mistakes", SearchAsync)
            .WithName("SearchMistakes")
            .WithSummary("Begins to read the whole test set, in the background")
            .WithDescription(
                "Reads with a copy of the newest weights, at low priority: training goes on. Answers at once with how the search stands; "
                + "a search of this run that is under way is left alone. GET the same address for progress and for what was found.")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        api.MapGet("/runs/{id}/mistakes", Page)
            .WithName("GetMistakes")
            .WithSummary("What the last search has found so far, page by page, and how it stands")
            .WithDescription("by is goodness or softmax, else the run's main procedure; order is surest (the default) or index. Without a search so far, search is null.")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        api.MapDelete("/runs/{id}/mistakes", Cancel)
            .WithName("CancelMistakes")
            .WithSummary("Ends the search where it stands; what was found stays")
            .Refuses(StatusCodes.Status404NotFound);
    }

    private static async Task<Accepted<SearchAnswer>> SearchAsync(string id, IRunService runs, CancellationToken cancellation) =>
        TypedResults.Accepted($"/api/runs/{Uri.EscapeDataString(id)}/mistakes", SearchAnswer.From(await runs.TestDigits.SearchAsync(id, cancellation)));

    private static Ok<MistakesAnswer> Page(
        string id, IRunService runs, HttpResponse response, string? by = null, int? label = null, int first = 0, int count = 24, string order = "surest")
    {
        _ = runs.Get(id);
        Check.NotNegative("first", first);
        Check.Check("count", count, 1, MistakeQuery.MaximumCount);
        var only = label is { } named ? Check.Check("label", named, 0, 9) : (int?)null;
        var query = new MistakeQuery(Procedure(by, runs.TestDigits.LastSearch(id)), only, first, count, order switch
        {
            "surest" => true,
            "index" => false,
            _ => throw RequestException.Bad($"Parameter 'order' must be surest or index; got '{order}'."),
        });
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(MistakesAnswer.From(id, query, runs.TestDigits.Mistakes(id, query)));
    }

    private static Results<Ok<SearchAnswer>, NoContent> Cancel(string id, IRunService runs) =>
        SearchAnswer.From(runs.TestDigits.CancelSearch(id)) is { } search ? TypedResults.Ok(search) : TypedResults.NoContent();

    private static TestProcedure Procedure(string? by, MistakeSearch? search) => by switch
    {
        null => search is { ByGoodness: null, BySoftmax: not null } ? TestProcedure.Softmax : TestProcedure.Goodness,
        "goodness" => TestProcedure.Goodness,
        "softmax" => TestProcedure.Softmax,
        _ => throw RequestException.Bad($"Parameter 'by' must be goodness or softmax; got '{by}'."),
    };
}
