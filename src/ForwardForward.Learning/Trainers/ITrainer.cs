using ForwardForward.Data.Images;
using ForwardForward.Learning.Classifying;
using ForwardForward.Learning.Exciting;

namespace ForwardForward.Learning.Trainers;

/// <summary>
/// A training procedure as a synchronous state machine. It knows no thread, clock, file or logger: the caller owns the loop, and
/// everything that follows is a pure function of recipe, data and seed.
/// </summary>
public interface ITrainer : IDisposable
{
    /// <summary>The hidden layers, bottom first.</summary>
    IReadOnlyList<LayerDescription> Layers { get; }

    /// <summary>Mini-batches of one epoch.</summary>
    int StepsPerEpoch { get; }

    /// <summary>Epochs of the whole schedule.</summary>
    int Epochs { get; }

    /// <summary>Mini-batches done so far, over all epochs.</summary>
    long CompletedSteps { get; }

    /// <summary>Factor on the learning rates that a person may change while the run goes on; 1 at first, part of the state.</summary>
    float LearningRateFactor { get; set; }

    /// <summary>Training images that one step sees.</summary>
    int BatchSize { get; }

    /// <summary>Does one mini-batch: forward, goodness, gradient and update of every layer.</summary>
    /// <returns>A report that is reused: read it before the next step.</returns>
    /// <exception cref="InvalidOperationException">The schedule is over (<see cref="CompletedSteps"/> is <see cref="Epochs"/> times <see cref="StepsPerEpoch"/>).</exception>
    StepReport Step();

    /// <summary>Everything that is needed to go on bit for bit, as a copy.</summary>
    TrainerState CaptureState();

    /// <summary>Goes on from a captured state of the same recipe.</summary>
    /// <exception cref="ArgumentException">A matrix is missing or has another shape; the message names it. Nothing has been changed then.</exception>
    void RestoreState(TrainerState state);

    /// <summary>The network as it is now, for classifying on other threads; reuses the memory of <paramref name="recycled"/> if that fits.</summary>
    INetwork CaptureNetwork(INetwork? recycled = null);

    /// <summary>Begins to count errors of the present weights, batch by batch, so that the caller can stop in between.</summary>
    /// <param name="images">For instance the validation split.</param>
    /// <param name="byGoodness">Whether the slower procedure (goodness of every label) is counted too.</param>
    IEvaluation BeginEvaluation(ImageSet images, bool byGoodness);

    /// <summary>
    /// Writes the receptive fields of units <paramref name="firstUnit"/>... of a layer, one row a unit: <c>[count, field width * height]</c>. Where
    /// fields are local, one unit of every place follows another.
    /// </summary>
    void CopyReceptiveFields(int layer, int firstUnit, int count, Span<float> destination);

    /// <summary>Begins to look at what excites the units of a layer, with its weights as they are; to be disposed of before the next step.</summary>
    /// <param name="layer">Layer, from 0.</param>
    IActivityReader ReadActivities(int layer);

    /// <summary>Positive and negative examples of the last batch, at most <paramref name="count"/>; none before the first step.</summary>
    IReadOnlyList<ExamplePair> CopyExamples(int count);

    /// <summary>Statistics of one layer on the last batch, for histograms and shares of active units.</summary>
    LayerStatistics MeasureLayer(int layer);
}
