using Microsoft.Extensions.Hosting;

namespace ForwardForward.Runs;

/// <summary>Opens the runs when the program starts and closes them when it ends.</summary>
public sealed class RunWorker(RunService runs) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.Run(() => runs.OpenAsync(cancellationToken), cancellationToken).WaitAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => runs.DisposeAsync().AsTask();
}
