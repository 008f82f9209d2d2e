using System.Text.Json;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Trainers;
using ForwardForward.Recipes;

namespace ForwardForward.Runs;

/// <summary>
/// All that pages, hub, REST and command line may do with runs: they send commands and see snapshots, never a trainer. Safe for any
/// number of callers. Unknown ids throw <see cref="RunNotFoundException"/>, commands that do not fit the state
/// <see cref="RunStateException"/>, bad recipes and settings <see cref="RunRequestException"/>; each message says what would be right.
/// </summary>
public interface IRunService : IRunReadings, IRunModels
{
    /// <summary>Queues a run.</summary>
    Task<RunSnapshot> StartAsync(StartRun request, CancellationToken cancellation = default);

    /// <summary>Every run, newest first.</summary>
    IReadOnlyList<RunSnapshot> List();

    /// <summary>One run.</summary>
    RunSnapshot Get(string id);

    /// <summary>Holds a running or queued run. Returns when it holds.</summary>
    Task<RunSnapshot> PauseAsync(string id, CancellationToken cancellation = default);

    /// <summary>Goes on with a paused or interrupted run.</summary>
    Task<RunSnapshot> ResumeAsync(string id, CancellationToken cancellation = default);

    /// <summary>Does one batch or the rest of the epoch of a paused run, then holds again. Returns when it holds.</summary>
    Task<RunSnapshot> StepAsync(string id, StepUnit unit, CancellationToken cancellation = default);

    /// <summary>Ends a run for good, with a last checkpoint.</summary>
    Task<RunSnapshot> StopAsync(string id, CancellationToken cancellation = default);

    /// <summary>A new run, paused, that starts from the newest state of this one.</summary>
    Task<RunSnapshot> ForkAsync(string id, CancellationToken cancellation = default);

    /// <summary>Puts a run that neither runs nor waits into the bin, from where it can be restored for a while, also by the next program.</summary>
    Task DeleteAsync(string id, CancellationToken cancellation = default);

    /// <summary>The runs in the bin, the one that was deleted last first.</summary>
    IReadOnlyList<RunSnapshot> ListDeleted();

    /// <summary>Brings a run back from the bin, as it was.</summary>
    Task<RunSnapshot> RestoreAsync(string id, CancellationToken cancellation = default);

    /// <summary>Deletes a run in the bin for good, with its files.</summary>
    Task DeleteForeverAsync(string id, CancellationToken cancellation = default);

    /// <summary>Changes what a person says about a run, in whatever state it is.</summary>
    Task<RunSnapshot> AnnotateAsync(string id, RunAnnotation annotation, CancellationToken cancellation = default);

    /// <summary>The newest state of a run with its history, as one safetensors file that <see cref="ImportAsync"/> takes. The caller disposes of it.</summary>
    Task<Stream> ExportAsync(string id, CancellationToken cancellation = default);

    /// <summary>A new run out of an exported file or a checkpoint (a stream that knows its length): paused where its schedule is not over, else completed.</summary>
    Task<RunSnapshot> ImportAsync(Stream file, CancellationToken cancellation = default);

    /// <summary>Changes the factor on the learning rates of a run that is alive, from its next step on.</summary>
    Task<RunSnapshot> SetLearningRateFactorAsync(string id, float factor, CancellationToken cancellation = default);

    /// <summary>The history from a sequence number on, at most <paramref name="limit"/> points.</summary>
    Task<IReadOnlyList<MetricPoint>> MetricsAsync(string id, long from, int limit = 10_000, CancellationToken cancellation = default);

    /// <summary>The history from a sequence number on, then every new point as it comes; ends when the run has ended. Nothing is lost or repeated.</summary>
    IAsyncEnumerable<MetricPoint> WatchMetricsAsync(string id, long from, CancellationToken cancellation = default);

    /// <summary>The newest receptive fields, then newer ones as they come, at most <paramref name="framesPerSecond"/>; slow readers skip.</summary>
    IAsyncEnumerable<ReceptiveFields> WatchReceptiveFieldsAsync(string id, FieldsRequest request, double framesPerSecond = 4, CancellationToken cancellation = default);

    /// <summary>The newest examples, then newer ones as they come; slow readers skip.</summary>
    IAsyncEnumerable<NegativeExamples> WatchNegativesAsync(string id, int count, double framesPerSecond = 4, CancellationToken cancellation = default);

    /// <summary>Snapshots of one run (or of every run when <paramref name="id"/> is null) as they change; slow readers skip.</summary>
    IAsyncEnumerable<RunSnapshot> WatchAsync(string? id, CancellationToken cancellation = default);

    /// <summary>Receptive fields once, also of a run that has ended.</summary>
    Task<ReceptiveFields> ReceptiveFieldsAsync(string id, FieldsRequest request, CancellationToken cancellation = default);

    /// <summary>Examples once: of the last batch, else those of the newest snapshot; empty before the first step.</summary>
    Task<NegativeExamples> NegativesAsync(string id, int count, CancellationToken cancellation = default);

    /// <summary>Statistics of a layer on the last batch, else those of the newest snapshot; null before the first step.</summary>
    Task<LayerStatistics?> LayerStatisticsAsync(string id, int layer, CancellationToken cancellation = default);

    /// <summary>Which snapshots are kept of a run, however it stands.</summary>
    Task<KeptMoments> MomentsAsync(string id, CancellationToken cancellation = default);

    /// <summary>
    /// The snapshot that is kept nearest to a step. A step that the run has not come to is refused; without any snapshot there is
    /// <see cref="RunStateException"/>.
    /// </summary>
    Task<Moment> MomentAsync(string id, long step, CancellationToken cancellation = default);

    /// <summary>The images of the validation split that excite a unit most, also of a run that has ended.</summary>
    /// <param name="id">The run.</param>
    /// <param name="layer">Layer, from 0.</param>
    /// <param name="unit">Position of the unit, as in the pictures of receptive fields.</param>
    /// <param name="count">Images, at most.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<ExcitingImages> ExcitingImagesAsync(string id, int layer, int unit, int count, CancellationToken cancellation = default);

    /// <summary>The goodness of each label after every iteration of a recurrent net; refused for any other net.</summary>
    /// <param name="id">The run.</param>
    /// <param name="digit">Number of a test digit; null takes the first of the present batch, or test digit 0 when there is no batch.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<LabelIterations> IterationsAsync(string id, int? digit = null, CancellationToken cancellation = default);

    /// <summary>The same as the run goes on; slow readers skip.</summary>
    IAsyncEnumerable<LabelIterations> WatchIterationsAsync(string id, int? digit = null, double framesPerSecond = 1, CancellationToken cancellation = default);

    /// <summary>
    /// One pair of the last batch, layer by layer (<see cref="ILayerReadings.Trace"/>); null for a run that is not alive or has not stepped, and
    /// for a network whose batch does not pass upwards layer by layer.
    /// </summary>
    Task<StepTrace?> RetellAsync(string id, int pair, CancellationToken cancellation = default);

    /// <summary>Classifies one prepared image (0..255, row after row) with weights at most a moment old.</summary>
    Task<Classification> ClassifyAsync(string id, ReadOnlyMemory<byte> pixels, CancellationToken cancellation = default);

    /// <summary>The test sets of the runs, digit by digit, and the mistakes that are made in them.</summary>
    ITestDigits TestDigits { get; }
}

/// <summary>What to run.</summary>
/// <param name="Recipe">Id of a recipe.</param>
/// <param name="Scale">How much of it.</param>
/// <param name="Seed">Seed; null takes the recipe's.</param>
/// <param name="Settings">Settings that differ from the recipe's, by name; checked against their ranges.</param>
/// <param name="StartPaused">Whether the run holds before its first step.</param>
public sealed record StartRun(
    string Recipe, Scale Scale, ulong? Seed = null, IReadOnlyDictionary<string, JsonElement>? Settings = null, bool StartPaused = false);

/// <summary>How far a single step goes.</summary>
public enum StepUnit
{
    /// <summary>One mini-batch.</summary>
    Batch,

    /// <summary>To the end of the present epoch.</summary>
    Epoch,
}

/// <summary>Which receptive fields.</summary>
/// <param name="Layer">Layer, from 0.</param>
/// <param name="FirstUnit">First unit.</param>
/// <param name="Count">At most so many units.</param>
/// <param name="View">How a unit is pictured.</param>
public sealed record FieldsRequest(int Layer = 0, int FirstUnit = 0, int Count = 100, FieldsView View = FieldsView.Weights);

/// <summary>How a unit is pictured.</summary>
public enum FieldsView
{
    /// <summary>Its weights; above the first layer those of the layer below, weighted by its own.</summary>
    Weights,

    /// <summary>The mean of the images that excite it most, less the mean of all images.</summary>
    Inputs,
}
