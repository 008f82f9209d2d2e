using ForwardForward.Data;
using ForwardForward.Runs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ForwardForward.Cli;

/// <summary>The engine that the web application hosts too, started for one command.</summary>
internal sealed class EngineHost : IAsyncDisposable
{
    // Opening takes a moment as a rule; a run that was asked for then begins and holds in order. Only what takes longer is given up.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly IHost _host;
    private bool _hasEnded;

    private EngineHost(IHost host) => _host = host;

    /// <summary>Everything that can be done with runs.</summary>
    public IRunService Runs => _host.Services.GetRequiredService<IRunService>();

    /// <summary>Starts the engine with a number of threads (null: every processor). What it warns of is a sentence a line on the error stream.</summary>
    /// <exception cref="IOException">The data directory cannot be used, for instance because another program works in it.</exception>
    /// <exception cref="OperationCanceledException">A person interrupted a start that went on for seconds after that.</exception>
    public static async Task<EngineHost> StartAsync(DataFolders places, int? threads, CancellationToken interruption)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddSentences();
        builder.Services.AddSingleton<IHostLifetime, CommandLifetime>();
        // However long the last checkpoint takes to reach the disk.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Timeout.InfiniteTimeSpan);
        builder.Services.AddSingleton(places.Paths);
        builder.Services.AddSingleton<IDataLoader, DataLoader>();
        builder.Services.AddForwardForwardRuns(new RunsOptions { DataDirectory = places.DataDirectory, Threads = threads ?? Environment.ProcessorCount });

        var host = builder.Build();
        using var givingUp = new CancellationTokenSource();
        using var interrupted = interruption.Register(() => givingUp.CancelAfter(Patience));
        try
        {
            await host.StartAsync(givingUp.Token);
            return new EngineHost(host);
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>Brings everything to disk and ends. Again does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_hasEnded)
        {
            _hasEnded = true;
            await _host.StopAsync();
            _host.Dispose();
        }
    }
}
