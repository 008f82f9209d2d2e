using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Frames;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Readings;

namespace ForwardForward.Learning.Trainers;

/// <summary>
/// A training procedure as a synchronous state machine. It knows no thread, clock, file or logger: the caller owns the loop, and
/// everything that follows is a pure function of settings, data and seed.
/// </summary>
public abstract class Trainer : IDisposable
{
    /// <summary>Declares what every trainer declares.</summary>
    /// <param name="course">How long it learns.</param>
    /// <param name="metrics">What <see cref="Train"/> writes, in that order.</param>
    protected Trainer(Course course, IEnumerable<MetricInfo> metrics)
    {
        Course = course;
        Metrics = [.. metrics, TrainingMetrics.Gain];
        Controls = [RateFactor];
    }

    /// <summary>How long it learns, and how far it is.</summary>
    public Course Course { get; }

    /// <summary>What a step tells, in the order of <see cref="Step"/>'s span.</summary>
    public IReadOnlyList<MetricInfo> Metrics { get; }

    /// <summary>What a person may change while it goes on.</summary>
    public IReadOnlyList<Control> Controls { get; }

    /// <summary>Factor on the learning rates, one of the <see cref="Controls"/>; 1 at first.</summary>
    public Control RateFactor { get; } = new("learning-rate/factor", "Factor on the learning rates", 1);

    /// <summary>What it shows, between two steps.</summary>
    public virtual IReadOnlyList<IReading> Readings => [];

    /// <summary>What there is to see of its hidden layers and of its last batch; nothing for a network without such layers.</summary>
    public virtual ILayerReadings LayerReadings => NoLayerReadings.Instance;

    /// <summary>Examples that readings may try the network on; whoever reads gives them. They take no part in learning; null for none.</summary>
    public Splits<ImageSet>? SampleData { get; set; }

    /// <summary>The multiply-adds of a step, phase by phase.</summary>
    public abstract IReadOnlyList<StepWork> Work { get; }

    /// <summary>The multiply-adds of a step: the sum of <see cref="Work"/>.</summary>
    public long MultiplyAddsPerStep => Work.Sum(work => work.MultiplyAdds);

    /// <summary>Is told of every phase of a step; null, as at first, costs nothing but a look.</summary>
    public IStepObserver? Observer
    {
        get => Phases.Observer;
        set => Phases.Observer = value;
    }

    /// <summary>Where a step says what it does next.</summary>
    protected StepPhases Phases { get; } = new();

    /// <summary>Whether a step was done since it was made or restored, so that there is a last batch.</summary>
    public bool HasBatch { get; private set; }

    /// <summary>The matrices of its state.</summary>
    protected abstract IReadOnlyList<StatePart> Parts { get; }

    /// <summary>The random streams of its state.</summary>
    protected abstract IReadOnlyList<StreamPart> Streams { get; }

    /// <summary>Does one mini-batch: forward, gradient and update of every layer. Allocates nothing.</summary>
    /// <param name="metrics">Destination, one value for each of <see cref="Metrics"/>.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than metrics.</exception>
    /// <exception cref="InvalidOperationException">The schedule is over.</exception>
    public void Step(Span<float> metrics)
    {
        if (metrics.Length != Metrics.Count)
        {
            throw new ArgumentException($"A step tells {Metrics.Count} values; there is room for {metrics.Length}.", nameof(metrics));
        }

        Course.Begin();
        Phases.Enter(StepPhase.InputPreparation);
        Train(metrics[..^1]);
        metrics[^1] = Course.Gain;
        Phases.Enter(StepPhase.Other);
        Course.Complete();
        HasBatch = true;
    }

    /// <summary>Everything that is needed to go on bit for bit, as a copy.</summary>
    public TrainerState CaptureState() => StateTransfer.Capture(this, Parts, Streams);

    /// <summary>Goes on from a captured state of the same settings.</summary>
    /// <exception cref="ArgumentException">A matrix is missing or has another shape; the message names it. Nothing has been changed then.</exception>
    public void RestoreState(TrainerState state)
    {
        StateTransfer.Restore(this, state, Parts, Streams);
        HasBatch = false;
    }

    /// <summary>The weights as they are now, to be asked on other threads; reuses the memory of <paramref name="recycled"/> if that fits.</summary>
    public abstract IModel CaptureModel(IModel? recycled = null);

    /// <summary>Begins to score the present weights, batch by batch, so that the caller can stop in between.</summary>
    /// <param name="images">For instance the validation split.</param>
    /// <param name="thorough">Whether slower procedures (goodness of every label) are scored too.</param>
    public abstract IEvaluation BeginEvaluation(ImageSet images, bool thorough);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The algorithm: one step on the next batch.</summary>
    /// <param name="metrics">Destination of the metrics that the constructor was given.</param>
    protected abstract void Train(Span<float> metrics);

    /// <summary>A learning rate in the present step: times the schedule's gain and the factor of the moment.</summary>
    protected float Rate(float learningRate) => learningRate * RateFactor.Value * Course.Gain;

    /// <summary>Lets go of matrices.</summary>
    /// <param name="disposing">Always true: there is no finaliser.</param>
    protected abstract void Dispose(bool disposing);
}
