using ForwardForward.Runs;
using ForwardForward.Web.Endpoints.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;
using Check = ForwardForward.Web.Endpoints.Requests.ArgumentRange;

namespace ForwardForward.Web.Endpoints;

/// <summary>The test set of a run, digit by digit.</summary>
public static class TestDigitEndpoints
{
    /// <summary>Adds <c>/api/runs/{id}/test-digits/{index}</c> and <c>/api/runs/{id}/test-digits/random</c>.</summary>
    public static void MapTestDigits(this IEndpointRouteBuilder api)
    {
        api.MapGet("/runs/{id}/test-digits/{index}", GetAsync)
            .WithName("GetTestDigit")
            .WithSummary("A digit of the run's test set, with its true label")
            .WithDescription("Its picture is as the network is tested on it; send it to classify as application/octet-stream to have it read.")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        api.MapGet("/runs/{id}/test-digits/random", DrawAsync)
            .WithName("DrawTestDigit")
            .WithSummary("A digit of the run's test set drawn by lot, of all or of one label")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<TestDigitAnswer>> GetAsync(string id, int index, IRunService runs, CancellationToken cancellation) =>
        TypedResults.Ok(TestDigitAnswer.From(id, await runs.TestDigits.GetAsync(id, index, cancellation)));

    private static async Task<Ok<TestDigitAnswer>> DrawAsync(string id, IRunService runs, HttpResponse response, CancellationToken cancellation, int? label = null)
    {
        if (label is { } only)
        {
            Check.Check("label", only, 0, 9);
        }

        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(TestDigitAnswer.From(id, await runs.TestDigits.DrawAsync(id, label, cancellation)));
    }
}
