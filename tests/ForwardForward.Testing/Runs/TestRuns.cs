using System.Text.Json;
using ForwardForward.Recipes;
using ForwardForward.Runs;
using Microsoft.Extensions.Logging.Abstractions;

namespace ForwardForward.Testing.Runs;

/// <summary>The real run service over fake trainers and a folder of its own, which goes away with it.</summary>
public sealed class TestRuns : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly RunWorker _worker;
    private readonly bool _ownsFolder;

    private TestRuns(FakeTraining training, RunsOptions options, RunService service, bool ownsFolder)
    {
        (Training, Options, Service, _ownsFolder) = (training, options, service, ownsFolder);
        _worker = new RunWorker(Service);
    }

    /// <summary>The service.</summary>
    public RunService Service { get; }

    /// <summary>Its trainers.</summary>
    public FakeTraining Training { get; }

    /// <summary>Its options.</summary>
    public RunsOptions Options { get; }

    /// <summary>Opens a service.</summary>
    /// <param name="training">Its trainers; null for quick ones.</param>
    /// <param name="folder">Data directory, which then stays; null for a new one.</param>
    /// <param name="change">Changes the options.</param>
    /// <param name="time">Clock; null for the real one.</param>
    /// <param name="make">Makes the service in another way than usual.</param>
    public static async Task<TestRuns> OpenAsync(
        FakeTraining? training = null,
        string? folder = null,
        Func<RunsOptions, RunsOptions>? change = null,
        TimeProvider? time = null,
        Func<RunsOptions, FakeTraining, TimeProvider, RunService>? make = null)
    {
        var options = new RunsOptions
        {
            DataDirectory = folder ?? Directory.CreateTempSubdirectory("forwardforward-").FullName,
            CheckpointAtMostEvery = TimeSpan.Zero,
        };
        options = change?.Invoke(options) ?? options;
        training ??= new FakeTraining();
        time ??= TimeProvider.System;
        var service = make?.Invoke(options, training, time) ?? new RunService(options, training, training, time, NullLogger<RunService>.Instance);
        var runs = new TestRuns(training, options, service, folder is null);
        await runs._worker.StartAsync(default);
        return runs;
    }

    /// <summary>What is asked for when a run is started.</summary>
    public static StartRun Request(int epochs = 3, ulong seed = 1, bool paused = false) => new(
        "fake", Scale.Smoke, seed, new Dictionary<string, JsonElement> { ["epochs"] = JsonSerializer.SerializeToElement(epochs) }, paused);

    /// <summary>Starts a run.</summary>
    public Task<RunSnapshot> StartAsync(int epochs = 3, ulong seed = 1, bool paused = false) => Service.StartAsync(Request(epochs, seed, paused));

    /// <summary>Waits until a run is as it should be.</summary>
    /// <exception cref="TimeoutException">It was not within 30 seconds; the message says how it was.</exception>
    public async Task<RunSnapshot> UntilAsync(string id, Func<RunSnapshot, bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await foreach (var snapshot in Service.WatchAsync(id, patience.Token))
            {
                if (condition(snapshot))
                {
                    return snapshot;
                }
            }
        }
        catch (OperationCanceledException)
        {
        }

        var last = Service.Get(id);
        throw new TimeoutException($"Run {id} never came to what was waited for: it is {last.State} at step {last.Step}; {last.Activity} {last.Failure} {last.Warning}");
    }

    /// <summary>Waits until a run is in a state.</summary>
    public Task<RunSnapshot> UntilAsync(string id, RunState state) => UntilAsync(id, run => run.State == state);

    /// <summary>The whole history so far.</summary>
    public Task<IReadOnlyList<MetricPoint>> HistoryAsync(string id) => Service.MetricsAsync(id, 0, 100_000);

    /// <summary>Ends the program in an orderly way; loops that wait at a gate finish the batch that they are in.</summary>
    public async ValueTask DisposeAsync()
    {
        var stopping = _worker.StopAsync(default);
        Training.Steps.Open();
        Training.Counts.Open();
        Training.Readings.Open();
        Training.Data.TrySetResult();
        await stopping;
        if (_ownsFolder)
        {
            Directory.Delete(Options.DataDirectory, recursive: true);
        }
    }
}
