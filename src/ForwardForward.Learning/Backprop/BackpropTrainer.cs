using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Backprop;

/// <summary>
/// Backpropagation, which Forward-Forward is held against (paper, section 3.1): a net of rectified units, dense or convolutional, with a
/// softmax at the top, trained by gradient descent with momentum on the cross-entropy. Nothing in it has goodness.
/// </summary>
public sealed class BackpropTrainer : Trainer
{
    private readonly EpochOrder _order;
    private readonly PixelBatch _batch;

    /// <summary>Makes a trainer at its very beginning: weights drawn, nothing learnt.</summary>
    /// <param name="options">How it learns.</param>
    /// <param name="images">The images it learns from.</param>
    /// <param name="products">Does the matrix products; the caller owns it.</param>
    /// <exception cref="ArgumentException">The images do not fit: too few for a batch, or too small for the convolutions.</exception>
    public BackpropTrainer(BackpropSettings options, ImageSet images, MatrixProducts products)
        : base(CourseOf(options, images), TrainingMetrics.OfHead)
    {
        (Options, Images, Products) = (options, images, products);
        var random = new RandomStream(options.Seed);
        var dropout = random.Fork("dropout");
        _order = new EpochOrder(random, images.Count, options.BatchSize);
        _batch = new PixelBatch(options.BatchSize, images.Shape.Values);
        Net = new BackpropNet(options, images.Shape, Labels, products, options.BatchSize, dropout, Phases);
        Net.Initialise(random, options.InitialGain);
        Parts = BackpropState.Parts(Net);
        Streams = [new StreamPart("random/dropout", dropout)];
        Work = [.. Net.Work()];
        LayerReadings = new BackpropReadings(this);
        Readings = [.. LayeredReadings.OfUnits(this)];
    }

    /// <inheritdoc/>
    public override ILayerReadings LayerReadings { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<IReading> Readings { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<StepWork> Work { get; }

    internal BackpropSettings Options { get; }

    internal ImageSet Images { get; }

    internal MatrixProducts Products { get; }

    internal int Labels => Images.Classes.Count;

    internal BackpropNet Net { get; }

    /// <inheritdoc/>
    protected override IReadOnlyList<StatePart> Parts { get; }

    /// <inheritdoc/>
    protected override IReadOnlyList<StreamPart> Streams { get; }

    /// <inheritdoc/>
    public override IModel CaptureModel(IModel? recycled = null) =>
        BackpropModel.Capture(Net, Options, Images.Shape, Labels, Course.CompletedSteps, recycled).Naming(Images.Classes);

    /// <inheritdoc/>
    public override IEvaluation BeginEvaluation(ImageSet images, bool thorough)
    {
        ImageChecks.CheckAlike(images, Images);
        return new ErrorCount(Copy(), images, Course);
    }

    /// <summary>A copy of the present weights for batches of many images, on the trainer's threads.</summary>
    internal BackpropModel Copy() => new BackpropModel(Options, Images.Shape, Labels, Products, BackpropModel.LargeBatch).With(Net);

    /// <inheritdoc/>
    protected override void Train(Span<float> metrics)
    {
        _batch.Load(Images, _order.Batch(Course.CompletedSteps));
        var logits = Net.Forward(_batch.Images);
        Phases.Enter(StepPhase.Head);
        (metrics[0], metrics[1]) = CrossEntropy.Evaluate(logits, _batch.Labels, Options.LabelSmoothing, Net.Top.Derivative);
        Net.Learn(_batch.Images, new SmoothedUpdate(1f / Course.BatchSize, Options.Smoothing, Rate(Options.LearningRate), Options.WeightDecay));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Net.Dispose();
        _batch.Dispose();
    }

    private static Course CourseOf(BackpropSettings options, ImageSet images)
    {
        BackpropChecks.Check(options, images);
        return new Course(options.Schedule, options.Epochs, images.Count / options.BatchSize, options.BatchSize);
    }
}
