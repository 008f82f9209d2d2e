using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Negatives.Hybrids;
using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Readout;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Unsupervised;

/// <summary>
/// Unsupervised Forward-Forward (paper, section 3.2): positive rows are images, negative rows hybrids of two images, and no label is seen by
/// the hidden layers. A linear softmax on the last three of them is trained alongside on the images; its gradient never enters them.
/// </summary>
public sealed class UnsupervisedTrainer : Trainer
{
    private readonly RandomStream _negativesStream;
    private readonly EpochOrder _order;
    private readonly HeadTraining _head;

    /// <summary>Makes a trainer at its very beginning: weights drawn, nothing learnt.</summary>
    /// <param name="options">How it learns.</param>
    /// <param name="images">The images it learns from.</param>
    /// <param name="products">Does the matrix products; the caller owns it.</param>
    /// <exception cref="ArgumentException">The images do not fit: too few for a batch, or too small for the fields.</exception>
    public UnsupervisedTrainer(UnsupervisedSettings options, ImageSet images, MatrixProducts products)
        : base(CourseOf(options, images), [.. TrainingMetrics.OfLayers(options.Layers.Count), .. TrainingMetrics.OfHead])
    {
        (Options, Images, Products) = (options, images, products);
        var random = new RandomStream(options.Seed);
        _negativesStream = random.Fork("negatives");
        _order = new EpochOrder(random, images.Count, options.BatchSize);
        Rows = new RowBlocks(options.BatchSize, 1, HasNeutral: false);
        Weights = new UnsupervisedWeights(LayerShape.Make(options.Layers, images.Shape), images.Classes.Count);
        Velocity = Weights.MakeEmpty();
        Weights.Initialise(random);
        Batch = new HybridBatch(images, options.BatchSize, options.Blurs);
        Dropout = new PixelDropout(random, options.BatchSize, options.InputDropout, images.Shape.Channels);
        Layers = [.. Weights.Layers.Select(layer => new LayerTraining(options.Rule, products.Workers, Rows, layer.Inputs, layer.Units))];
        _head = new HeadTraining(Weights.Head, Velocity.Head, products,
            [.. Layers.Skip(Weights.FirstReadLayer).Select(layer => layer.Activities.Normalised.RowRange(Rows.FirstPositive, Rows.Batch))]);
        Parts =
        [
            .. Weights.Parts(""),
            .. Velocity.Parts("velocity/"),
            .. Layers.Select((layer, i) => StatePart.Of($"layer-{i + 1}/mean-activity", layer.Peer.MeanActivity)),
        ];
        Streams = [new StreamPart("random/negatives", _negativesStream)];
        Work =
        [
            .. Weights.Layers.Select((layer, i) => new StepWork(StepPhase.Forward, i, Rows.All * layer.Connections)),
            .. Weights.Layers.Select((layer, i) => new StepWork(StepPhase.Update, i, Rows.Learning * layer.Connections)),
            new(StepPhase.Head, 0, 2 * Rows.Batch * Weights.Head.Connections),
        ];
        LayerReadings = new UnsupervisedReadings(this);
        Readings = [.. LayeredReadings.OfUnits(this), .. LayeredReadings.OfPairs(this, images.Classes), new StepTraceReading(this, images.Classes)];
    }

    /// <inheritdoc/>
    public override ILayerReadings LayerReadings { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<IReading> Readings { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<StepWork> Work { get; }

    internal UnsupervisedSettings Options { get; }

    internal ImageSet Images { get; }

    internal MatrixProducts Products { get; }

    internal HybridBatch Batch { get; }

    internal PixelDropout Dropout { get; }

    internal RowBlocks Rows { get; }

    internal UnsupervisedWeights Weights { get; }

    internal UnsupervisedWeights Velocity { get; }

    internal LayerTraining[] Layers { get; }

    /// <summary>Constants of the hidden layers' update in the step last begun.</summary>
    internal SmoothedUpdate HiddenUpdate => new(1f / Rows.Batch, Options.Smoothing, Rate(Options.LearningRate), Options.WeightDecay);

    /// <inheritdoc/>
    protected override IReadOnlyList<StatePart> Parts { get; }

    /// <inheritdoc/>
    protected override IReadOnlyList<StreamPart> Streams { get; }

    /// <inheritdoc/>
    public override IModel CaptureModel(IModel? recycled = null) => UnsupervisedModel.Capture(Weights, Options, Course.CompletedSteps, recycled).Naming(Images.Classes);

    /// <inheritdoc/>
    public override IEvaluation BeginEvaluation(ImageSet images, bool thorough)
    {
        ImageChecks.CheckAlike(images, Images);
        return new ErrorCount(new UnsupervisedModel(Weights, Options, Products, UnsupervisedModel.LargeBatch), images, Course);
    }

    /// <summary>What came into a layer in the last batch, negatives first: <c>[rows, inputs]</c>.</summary>
    internal MatrixView Input(int layer) => layer == 0 ? Batch.Rows : Layers[layer - 1].Activities.Normalised;

    /// <inheritdoc/>
    protected override void Train(Span<float> metrics)
    {
        Dropout.Begin(Course.CompletedSteps);
        Batch.Load(_order.Batch(Course.CompletedSteps), _negativesStream, Dropout, Products.Workers);
        for (var layer = 0; layer < Layers.Length; layer++)
        {
            Phases.Enter(StepPhase.Forward, layer);
            Weights.Layers[layer].Forward(Products, Input(layer), Options.Activation.Epilogue, Layers[layer].Activities.TotalInput);
            Phases.Enter(StepPhase.Normalisation, layer);
            Layers[layer].Activities.Complete(Products.Workers, 0, Rows.All);
        }

        Phases.Enter(StepPhase.Head);
        _head.Predict(Batch.Labels, metrics[^TrainingMetrics.OfHead.Count..]);
        _head.Learn(Batch.Labels, new SmoothedUpdate(1f / Rows.Batch, Options.Smoothing, Rate(Options.HeadLearningRate), Options.HeadWeightDecay));
        for (var layer = 0; layer < Layers.Length; layer++)
        {
            Phases.Enter(StepPhase.Derivatives, layer);
            Layers[layer].Differentiate().CopyTo(metrics, layer);
            Phases.Enter(StepPhase.Update, layer);
            Layers[layer].Learn(Products, Input(layer), HiddenUpdate, Velocity.Layers[layer], Weights.Layers[layer]);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Weights.Dispose();
        Velocity.Dispose();
        Batch.Dispose();
        _head.Dispose();
        Array.ForEach(Layers, layer => layer.Dispose());
    }

    private static Course CourseOf(UnsupervisedSettings options, ImageSet images)
    {
        UnsupervisedChecks.Check(options, images);
        return new Course(options.Schedule, options.Epochs, images.Count / options.BatchSize, options.BatchSize);
    }
}
