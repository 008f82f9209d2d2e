using ForwardForward.Data;
using ForwardForward.Runs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ForwardForward.Cli;

/// <summary>The engine that the web application hosts too, started for one command.</summary>
internal sealed class Engine : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly List<IHostedService> _started = [];

    private Engine(ServiceProvider services) => _services = services;

    /// <summary>Everything that can be done with runs.</summary>
    public IRunService Runs => _services.GetRequiredService<IRunService>();

    /// <summary>Starts the engine with a number of threads (null: every processor).</summary>
    /// <exception cref="IOException">The data directory cannot be used, for instance because another program works in it.</exception>
    public static async Task<Engine> StartAsync(DataFolders places, int? threads, TextWriter warnings)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddProvider(new SentenceLoggerProvider(warnings)));
        services.AddSingleton(places.Paths);
        services.AddSingleton<IDataLoader, DataLoader>();
        services.AddForwardForwardRuns(new RunsOptions { DataDirectory = places.DataDirectory, Threads = threads ?? Environment.ProcessorCount });

        var engine = new Engine(services.BuildServiceProvider());
        try
        {
            foreach (var service in engine._services.GetServices<IHostedService>())
            {
                await service.StartAsync(CancellationToken.None);
                engine._started.Add(service);
            }

            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <summary>Brings everything to disk and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var service in Enumerable.Reverse(_started))
        {
            await service.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
    }
}
