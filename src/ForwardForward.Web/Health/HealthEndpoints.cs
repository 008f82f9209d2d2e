using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ForwardForward.Web.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can work, too; 503 when not.</summary>
public static class HealthEndpoints
{
    private const string Ready = "ready";

    /// <summary>Adds the checks.</summary>
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks().AddCheck<RunsHealthCheck>("runs", tags: [Ready]);

    /// <summary>Adds the endpoints.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        Status = report.Status == HealthStatus.Healthy ? "healthy" : "unhealthy",
        Checks = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Description),
    });
}
