using System.Reflection;
using ForwardForward.Frames;
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
    public IAsyncEnumerable<FieldsMessage> ReceptiveFields(string runId, int layer, int firstUnit, int count, double framesPerSecond, CancellationToken cancellation) =>
        Fields(runId, new FieldsRequest(layer, firstUnit, count), framesPerSecond, cancellation);

    /// <summary>The same for what excites the units: the mean of the images that each answers most loudly, less the mean of all; a picture in two seconds at most.</summary>
    public IAsyncEnumerable<FieldsMessage> ExcitingFields(string runId, int layer, int firstUnit, int count, double framesPerSecond, CancellationToken cancellation) =>
        Fields(runId, new FieldsRequest(layer, firstUnit, count, FieldsView.Inputs), framesPerSecond, cancellation);

    /// <summary>The validation images that excite one unit most, loudest first.</summary>
    public async Task<ExcitingMessage> ExcitingInputs(string runId, int layer, int unit, int count)
    {
        HubLimits.Check(nameof(count), count, 1, HubLimits.MostExamples);
        CheckUnit(runId, layer, nameof(unit), unit);
        return ExcitingMessage.From(await runs.ExcitingImagesAsync(runId, layer, unit, count, Context.ConnectionAborted));
    }

    /// <summary>The goodness of every label after every iteration of a recurrent net, for a test digit or, when it is null, for a digit of the present batch; then newer ones as they come.</summary>
    public IAsyncEnumerable<IterationsMessage> Iterations(string runId, int? digit, double framesPerSecond, CancellationToken cancellation)
    {
        HubLimits.CheckRate(framesPerSecond);
        HubLimits.Check(nameof(digit), digit ?? 0, 0, int.MaxValue);
        _ = runs.Get(runId);
        return HubStream.Open(Context, logger, token => runs.WatchIterationsAsync(runId, digit, framesPerSecond, token), IterationsMessage.From, cancellation);
    }

    /// <summary>The newest positive and negative examples, then newer ones as they come; a slow reader skips.</summary>
    public IAsyncEnumerable<NegativesMessage> Negatives(string runId, int count, double framesPerSecond, CancellationToken cancellation)
    {
        HubLimits.CheckRate(framesPerSecond);
        HubLimits.Check(nameof(count), count, 1, HubLimits.MostExamples);
        _ = runs.Get(runId);
        return HubStream.Open(Context, logger, token => runs.WatchNegativesAsync(runId, count, framesPerSecond, token), NegativesMessage.From, cancellation);
    }

    /// <summary>
    /// A reading as a frame, then newer ones as the run goes on; a slow reader skips. Its names and what can be asked are at
    /// <c>/api/runs/{id}/readings</c>. Readings that cost much come less often than asked.
    /// </summary>
    public IAsyncEnumerable<Frame> Frames(string runId, string reading, ReadingQueryMessage? query, double framesPerSecond, CancellationToken cancellation)
    {
        HubLimits.CheckRate(framesPerSecond);
        _ = runs.Get(runId);
        var asked = (query ?? new ReadingQueryMessage()).ToQuery();
        return HubStream.Open(Context, logger, token => runs.WatchReadingAsync(runId, reading, asked, framesPerSecond, token), frame => frame, cancellation);
    }

    /// <summary>Every run as it stands, then each as it changes; of a deleted one its last state once more, marked.</summary>
    public IAsyncEnumerable<RunMessage> Runs(CancellationToken cancellation) =>
        HubStream.Open(Context, logger, token => runs.WatchAsync(null, token), run => RunMessage.From(run, isDeleted: runs.List().All(other => other.Id != run.Id)), cancellation);

    /// <summary>Asks the network of a run, with bytes as <c>/api/runs/{id}/probe</c> describes them.</summary>
    public Task<Frame> Ask(string runId, byte[]? probe) => runs.AskAsync(runId, probe ?? [], Context.ConnectionAborted);

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

    private IAsyncEnumerable<FieldsMessage> Fields(string runId, FieldsRequest request, double framesPerSecond, CancellationToken cancellation)
    {
        HubLimits.CheckRate(framesPerSecond);
        HubLimits.Check("count", request.Count, 1, HubLimits.MostUnits);
        CheckUnit(runId, request.Layer, "firstUnit", request.FirstUnit);
        return HubStream.Open(Context, logger, token => runs.WatchReceptiveFieldsAsync(runId, request, framesPerSecond, token), FieldsMessage.From, cancellation);
    }

    private void CheckUnit(string runId, int layer, string name, int unit)
    {
        var layers = runs.Get(runId).Layers;
        HubLimits.Check(nameof(layer), layer, 0, layers.Count > 0 ? layers.Count - 1 : int.MaxValue);
        HubLimits.Check(name, unit, 0, layers.Count > 0 ? layers[layer].Units - 1 : int.MaxValue);
    }
}
