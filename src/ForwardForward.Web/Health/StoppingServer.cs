using ForwardForward.Web.Endpoints.Problems;

namespace ForwardForward.Web.Health;

/// <summary>
/// Turns away whoever comes while the server stops. A page whose connection ends at the stop connects again at once; a connection that came
/// between the two would hold the server for the whole of the time it is given to stop, and a container is killed before that.
/// </summary>
public static class StoppingServer
{
    /// <summary>Adds the refusal: 503, and the connection is closed.</summary>
    public static IApplicationBuilder UseRefusalWhileStopping(this WebApplication app) => app.Use((context, next) =>
    {
        if (!app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return next(context);
        }

        context.Response.Headers.Connection = "close";
        return ProblemAnswer.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "The server is stopping. Runs that were alive can be resumed when it has started again.");
    });
}
