using ForwardForward.Runs;

namespace ForwardForward.Cli;

/// <summary>The engine that the web application hosts too, started for one command.</summary>
internal sealed class Engine : IAsyncDisposable
{
    private Engine(IRunService runs) => Runs = runs;

    /// <summary>Everything that can be done with runs.</summary>
    public IRunService Runs { get; }

    /// <summary>Starts the engine on a data directory.</summary>
    public static Task<Engine> StartAsync(string? dataDirectory, int? threads) => throw new NotSupportedException($"{dataDirectory} {threads}");

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
