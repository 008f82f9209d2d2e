using ForwardForward.Runs;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ForwardForward.Web.Health;

/// <summary>Ready means: started, not stopping, and the list of runs can be read.</summary>
public sealed class RunsHealthCheck(IRunService runs, IHostApplicationLifetime lifetime) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("The program is stopping."));
        }

        try
        {
            return Task.FromResult(HealthCheckResult.Healthy($"{runs.List().Count} runs in the list."));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("The list of runs cannot be read; the log says why.", error));
        }
    }
}
