using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Readout;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Supervised;

/// <summary>
/// Supervised Forward-Forward (paper, section 3.3, as in Hinton's released code): the label is written into the first pixels; a positive
/// row bears the right one, a negative row a wrong one. A neutral row of every image trains the softmax head, whose probabilities are
/// also where hard negatives come from.
/// </summary>
public sealed class SupervisedTrainer : Trainer
{
    private readonly RandomStream _negativesStream;
    private readonly EpochOrder _order;
    private readonly Jitter _jitter;
    private readonly PixelDropout _dropout;
    private readonly FirstLayerTraining _first;
    private readonly HeadTraining _head;

    /// <summary>Makes a trainer at its very beginning: weights drawn, nothing learnt.</summary>
    /// <param name="options">How it learns.</param>
    /// <param name="images">The images it learns from.</param>
    /// <param name="products">Does the matrix products; the caller owns it.</param>
    /// <exception cref="ArgumentException">The images do not fit: too few for a batch, or too small for the label pixels.</exception>
    public SupervisedTrainer(SupervisedSettings options, ImageSet images, MatrixProducts products)
        : base(CourseOf(options, images), [.. TrainingMetrics.OfLayers(options.HiddenUnits.Count), .. TrainingMetrics.OfHead])
    {
        (Options, Images, Products) = (options, images, products);
        var random = new RandomStream(options.Seed);
        _negativesStream = random.Fork("negatives");
        _order = new EpochOrder(random, images.Count, options.BatchSize);
        _jitter = new Jitter(random, images.Count, options.Jitter);
        _dropout = new PixelDropout(random, options.BatchSize, options.InputDropout, images.Shape.Channels);
        Batch = new LabelledBatch(options.BatchSize, images.Shape.Values, Labels);
        Rows = new RowBlocks(options.BatchSize, options.Negatives.PerPositive(Labels));
        Weights = new SupervisedWeights(images.Shape.Values, Labels, options.HiddenUnits);
        Velocity = new SupervisedWeights(images.Shape.Values, Labels, options.HiddenUnits);
        Weights.Initialise(random);
        _first = new FirstLayerTraining(Weights.First, Velocity.First, options, products, Batch, Rows, Phases);
        Layers = [.. options.HiddenUnits.Select((units, i) => new LayerTraining(
            options.Rule, products.Workers, Rows, i == 0 ? 0 : options.HiddenUnits[i - 1], units))];
        _head = new HeadTraining(Weights.Head, Velocity.Head, products,
            [.. Layers.Skip(Weights.FirstScoringLayer).Select(layer => layer.Activities.Normalised.RowRange(Rows.FirstNeutral, Rows.Batch))]);
        Chances = new float[Rows.Negatives];
        Parts = SupervisedState.Parts(Weights, Velocity, Layers.Select(layer => layer.Peer));
        Streams = [new StreamPart("random/negatives", _negativesStream)];
        Work = WorkOf(options, images.Shape.Values, Rows, Weights);
        LayerReadings = new SupervisedReadings(this);
        Readings = [.. LayeredReadings.OfUnits(this), .. LayeredReadings.OfPairs(this, images.Classes), new StepTraceReading(this, images.Classes)];
    }

    /// <inheritdoc/>
    public override ILayerReadings LayerReadings { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<IReading> Readings { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<StepWork> Work { get; }

    internal SupervisedSettings Options { get; }

    internal ImageSet Images { get; }

    internal MatrixProducts Products { get; }

    internal int Labels => Images.Classes.Count;

    internal LabelledBatch Batch { get; }

    internal RowBlocks Rows { get; }

    internal SupervisedWeights Weights { get; }

    internal SupervisedWeights Velocity { get; }

    internal LayerTraining[] Layers { get; }

    /// <summary>With what probability the wrong label of every negative row was drawn.</summary>
    internal float[] Chances { get; }

    /// <summary>Label of every row of the last batch.</summary>
    internal ReadOnlySpan<byte> Codes => _first.Codes;

    /// <summary>Constants of the hidden layers' update in the step last begun.</summary>
    internal SmoothedUpdate HiddenUpdate => new(1f / Rows.Batch, Options.Smoothing, Rate(Options.LearningRate), Options.WeightDecay);

    /// <inheritdoc/>
    protected override IReadOnlyList<StatePart> Parts { get; }

    /// <inheritdoc/>
    protected override IReadOnlyList<StreamPart> Streams { get; }

    /// <inheritdoc/>
    public override IModel CaptureModel(IModel? recycled = null) => SupervisedModel.Capture(Weights, Options, Course.CompletedSteps, recycled).Naming(Images.Classes);

    /// <inheritdoc/>
    public override IEvaluation BeginEvaluation(ImageSet images, bool thorough)
    {
        ImageChecks.CheckAlike(images, Images);
        return new ErrorCount(new SupervisedModel(Weights, Options, Products, SupervisedModel.LargeBatch, triesLabels: thorough), images, Course);
    }

    /// <inheritdoc/>
    protected override void Train(Span<float> metrics)
    {
        _jitter.Begin(Course.CompletedSteps / Course.StepsPerEpoch);
        _dropout.Begin(Course.CompletedSteps);
        Batch.Load(Images, _order.Batch(Course.CompletedSteps), _jitter, _dropout, Products.Workers);
        _first.Begin();

        // Positive rows with the right label and neutral rows go up first: hard negatives are what the softmax takes the neutral rows for.
        Batch.Labels.CopyTo(_first.Codes[Rows.FirstPositive..]);
        _first.Codes[Rows.FirstNeutral..].Fill((byte)Labels);
        Forward(Rows.FirstPositive, 2 * Rows.Batch);
        Phases.Enter(StepPhase.Head);
        _head.Predict(Batch.Labels, metrics[^TrainingMetrics.OfHead.Count..]);

        Phases.Enter(StepPhase.Negatives);
        Options.Negatives.Draw(_head.Probabilities, Batch.Labels, _negativesStream, _first.Codes[..Rows.Negatives], Chances);
        Forward(0, Rows.Negatives);

        Phases.Enter(StepPhase.Head);
        _head.Learn(Batch.Labels, new SmoothedUpdate(1f / Rows.Batch, Options.Smoothing, Rate(Options.HeadLearningRate), Options.HeadWeightDecay));
        for (var layer = 0; layer < Layers.Length; layer++)
        {
            Learn(layer, metrics);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Weights.Dispose();
        Velocity.Dispose();
        Batch.Dispose();
        _first.Dispose();
        _head.Dispose();
        Array.ForEach(Layers, layer => layer.Dispose());
    }

    private static Course CourseOf(SupervisedSettings options, ImageSet images)
    {
        SupervisedChecks.Check(options, images);
        return new Course(options.Schedule, options.Epochs, images.Count / options.BatchSize, options.BatchSize);
    }

    private static StepWork[] WorkOf(SupervisedSettings options, int pixels, RowBlocks rows, SupervisedWeights weights) =>
    [
        .. options.HiddenUnits.SelectMany((units, i) =>
        {
            var connections = (long)units * (i == 0 ? pixels : options.HiddenUnits[i - 1]);
            return (StepWork[])
            [
                new(i == 0 ? StepPhase.ImageProduct : StepPhase.Forward, i, rows.All * connections),
                new(StepPhase.Update, i, rows.Learning * connections),
            ];
        }),
        new(StepPhase.Head, 0, 2L * rows.Batch * weights.Head.Connections),
    ];

    private void Forward(int firstRow, int rows)
    {
        _first.Forward(firstRow, rows, Layers[0].Activities.TotalInput);
        Phases.Enter(StepPhase.Normalisation);
        Layers[0].Activities.Complete(Products.Workers, firstRow, rows);
        for (var layer = 1; layer < Layers.Length; layer++)
        {
            var below = Layers[layer - 1].Activities.Normalised.RowRange(firstRow, rows);
            var activities = Layers[layer].Activities;
            Phases.Enter(StepPhase.Forward, layer);
            Weights.Upper[layer - 1].Forward(Products, below, Options.Activation.Epilogue, activities.TotalInput.RowRange(firstRow, rows));
            Phases.Enter(StepPhase.Normalisation, layer);
            activities.Complete(Products.Workers, firstRow, rows);
        }
    }

    private void Learn(int index, Span<float> metrics)
    {
        Phases.Enter(StepPhase.Derivatives, index);
        var layer = Layers[index];
        layer.Differentiate().CopyTo(metrics, index);
        if (index == 0)
        {
            layer.LearnBiases(HiddenUpdate, Velocity.First.Biases, Weights.First.Biases);
            _first.Learn(layer, HiddenUpdate);
            return;
        }

        Phases.Enter(StepPhase.Update, index);
        var below = Layers[index - 1].Activities.Normalised.RowRange(0, Rows.Learning);
        layer.Learn(Products, below, HiddenUpdate, Velocity.Upper[index - 1], Weights.Upper[index - 1]);
    }
}
