using Microsoft.Extensions.Hosting;

namespace ForwardForward.Runs;

/// <summary>Opens the runs when the program starts and closes them when it ends.</summary>
public sealed class RunWorker(RunService runs) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => RunService.OpenAsync();

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => runs.CloseAsync();
}
