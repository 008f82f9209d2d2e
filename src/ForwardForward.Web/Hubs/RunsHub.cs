using System.Reflection;
using ForwardForward.Runs;
using ForwardForward.Web.Hubs.Messages;
using Microsoft.AspNetCore.SignalR;

namespace ForwardForward.Web.Hubs;

/// <summary>
/// Live runs for any SignalR client, in JSON or MessagePack. Every subscription is a stream of one connection: it ends when the client
/// cancels it or leaves, and it is read only as fast as the connection takes it, so pictures skip and points wait.
/// </summary>
public sealed class RunsHub(IRunService runs, ILogger<RunsHub> logger) : Hub<IRunsClient>
{
    private const int Pixels = 784;

    private static readonly string Version = typeof(RunsHub).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <inheritdoc/>
    public override Task OnConnectedAsync() => Clients.Caller.Welcome(
        new WelcomeMessage(Version, HubLimits.MostFramesPerSecond, HubLimits.MostUnits, HubLimits.MostExamples, HubLimits.MostStreams));

    /// <summary>The history from a sequence number on, then every new point as it comes; ends when the run has ended. Nothing is lost or repeated.</summary>
    public IAsyncEnumerable<MetricMessage> Metrics(string runId, long fromSequence, CancellationToken cancellation)
    {
        _ = runs.Get(runId);
        HubLimits.Check(nameof(fromSequence), fromSequence, 0, long.MaxValue);
        return HubStream.Open(Context, logger, token => runs.WatchMetricsAsync(runId, fromSequence, token), MetricMessage.From, cancellation);
    }

    /// <summary>The newest receptive fields, then newer ones as they come; a slow reader skips.</summary>
    public IAsyncEnumerable<FieldsMessage> ReceptiveFields(string runId, int layer, int firstUnit, int count, double framesPerSecond, CancellationToken cancellation)
    {
        HubLimits.CheckRate(framesPerSecond);
        HubLimits.Check(nameof(count), count, 1, HubLimits.MostUnits);
        var layers = runs.Get(runId).Layers;
        HubLimits.Check(nameof(layer), layer, 0, layers.Count > 0 ? layers.Count - 1 : int.MaxValue);
        HubLimits.Check(nameof(firstUnit), firstUnit, 0, layers.Count > 0 ? layers[layer].Units - 1 : int.MaxValue);
        var request = new FieldsRequest(layer, firstUnit, count);
        return HubStream.Open(Context, logger, token => runs.WatchReceptiveFieldsAsync(runId, request, framesPerSecond, token), FieldsMessage.From, cancellation);
    }

    /// <summary>The newest positive and negative examples, then newer ones as they come; a slow reader skips.</summary>
    public IAsyncEnumerable<NegativesMessage> Negatives(string runId, int count, double framesPerSecond, CancellationToken cancellation)
    {
        HubLimits.CheckRate(framesPerSecond);
        HubLimits.Check(nameof(count), count, 1, HubLimits.MostExamples);
        _ = runs.Get(runId);
        return HubStream.Open(Context, logger, token => runs.WatchNegativesAsync(runId, count, framesPerSecond, token), NegativesMessage.From, cancellation);
    }

    /// <summary>Every run as it stands, then each as it changes; of a deleted one its last state once more, marked.</summary>
    public IAsyncEnumerable<RunMessage> Runs(CancellationToken cancellation) =>
        HubStream.Open(Context, logger, token => runs.WatchAsync(null, token), run => RunMessage.From(run, isDeleted: runs.List().All(other => other.Id != run.Id)), cancellation);

    /// <summary>Judges 28 x 28 bytes (0 background, 255 ink) with the weights of a run.</summary>
    public async Task<VerdictMessage> Classify(string runId, byte[]? pixels)
    {
        _ = runs.Get(runId);
        if (pixels?.Length != Pixels)
        {
            throw new HubException($"pixels must be exactly {Pixels} bytes (28 rows of 28, 0 background, 255 ink); got {pixels?.Length ?? 0}.");
        }

        if (!pixels.AsSpan().ContainsAnyExcept((byte)0))
        {
            throw new HubException("There is no ink in it, so there is no digit to judge: draw something first.");
        }

        return VerdictMessage.From(await runs.ClassifyAsync(runId, pixels, Context.ConnectionAborted));
    }
}
