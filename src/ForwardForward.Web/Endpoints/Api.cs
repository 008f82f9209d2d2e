using ForwardForward.Web.Endpoints.Exports;
using ForwardForward.Web.Endpoints.OpenApi;
using ForwardForward.Web.Endpoints.Problems;
using ForwardForward.Web.Endpoints.Readings;

namespace ForwardForward.Web.Endpoints;

/// <summary>The REST interface as a whole.</summary>
public static class Api
{
    /// <summary>Adds its services.</summary>
    public static void AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => WireJson.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.AddExceptionHandler<ProblemHandler>();
        services.AddProblemDetails();
        services.AddApiDocument();
    }

    /// <summary>Adds its endpoints.</summary>
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").DisableAntiforgery();
        api.MapRecipes();
        var runs = api.MapGroup("").WithTags("Runs");
        runs.MapRuns();
        runs.MapRunCommands();
        runs.MapMetrics();
        runs.MapReadings();
        runs.MapPictures();
        runs.MapSnapshots();
        runs.MapFilm();
        runs.MapUnits();
        runs.MapClassify();
        runs.MapAsk();
        runs.MapBin();
        runs.MapExports();
        runs.MapImport();
        runs.MapTestDigits();
        runs.MapMistakes();
        app.MapOpenApi();
    }
}
