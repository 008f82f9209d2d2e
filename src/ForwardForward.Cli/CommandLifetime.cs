using Microsoft.Extensions.Hosting;

namespace ForwardForward.Cli;

/// <summary>
/// The host lives as long as its command. Signals are the <see cref="Terminal"/>'s: the first one holds the run before the host stops, where
/// the usual lifetime would stop the host under the command.
/// </summary>
internal sealed class CommandLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
