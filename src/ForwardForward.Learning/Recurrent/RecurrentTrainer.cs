using System.Numerics.Tensors;
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

namespace ForwardForward.Learning.Recurrent;

/// <summary>
/// Forward-Forward with top-down connections (paper, section 3.4): the image at the bottom, a label at the top, and hidden layers that settle
/// between them over several synchronous iterations. A positive row has the right label, a negative row a wrong one that the network's own
/// bottom-up pass finds likely. Gradients are averaged over the trained iterations.
/// </summary>
public sealed class RecurrentTrainer : Trainer
{
    private readonly RandomStream _negativesStream;
    private readonly RecurrentWeights _velocity;
    private readonly RecurrentPass _pass;
    private readonly HeadTraining _head;
    private readonly float[] _ones;
    private readonly Matrix _imageDerivatives;
    private readonly Matrix _labelGradient;

    /// <summary>Makes a trainer at its very beginning: weights drawn, nothing learnt.</summary>
    /// <param name="options">How it learns.</param>
    /// <param name="images">The images it learns from.</param>
    /// <param name="products">Does the matrix products; the caller owns it.</param>
    /// <exception cref="ArgumentException">The options make no sense, or the images do not fit: too few for a batch.</exception>
    public RecurrentTrainer(RecurrentSettings options, ImageSet images, MatrixProducts products)
        : base(CourseOf(options, images), [.. TrainingMetrics.OfLayers(options.HiddenUnits.Count), .. TrainingMetrics.OfHead])
    {
        (Options, Images, Products) = (options, images, products);
        var random = new RandomStream(options.Seed);
        _negativesStream = random.Fork("negatives");
        Order = new EpochOrder(random, images.Count, options.BatchSize);
        Batch = new PixelBatch(options.BatchSize, images.Shape.Values);
        Rows = new RowBlocks(options.BatchSize, options.Negatives.PerPositive(Labels), HasNeutral: false);
        Weights = new RecurrentWeights(options.Layers, images.Shape, Labels);
        _velocity = Weights.MakeEmpty();
        Weights.Initialise(random);
        _pass = new RecurrentPass(Weights, options, products, options.BatchSize, Rows.PerPositive + 1, options.Iterations + 1, Phases);
        Layers = [.. _pass.Layers.Select(layer => new RecurrentLayerTraining(layer, options.Rule, products.Workers, Rows, TrainedIterations))];
        _head = new HeadTraining(Weights.Head, _velocity.Head, products, [.. _pass.Layers.Select(layer => layer.FirstNormalised)]);
        Codes = new byte[Rows.Learning];
        Chances = new float[Rows.Negatives];
        _ones = [.. Enumerable.Repeat(1f, TrainedIterations * Rows.Learning)];
        _imageDerivatives = new Matrix(options.BatchSize, Weights.HiddenUnits[0]);
        _labelGradient = new Matrix(Labels, Weights.HiddenUnits[^1]);
        Parts = [.. Weights.Parts(""), .. _velocity.Parts("velocity/")];
        Streams = [new StreamPart("random/negatives", _negativesStream)];
        Work = RecurrentWork.Of(options, Weights, Rows);
        LayerReadings = new RecurrentReadings(this);
        Readings = [.. LayeredReadings.OfUnits(this), .. LayeredReadings.OfPairs(this, images.Classes), new SettlingReading(this)];
    }

    /// <inheritdoc/>
    public override ILayerReadings LayerReadings { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<IReading> Readings { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<StepWork> Work { get; }

    internal RecurrentSettings Options { get; }

    internal ImageSet Images { get; }

    internal MatrixProducts Products { get; }

    internal int Labels => Images.Classes.Count;

    internal EpochOrder Order { get; }

    internal PixelBatch Batch { get; }

    internal RowBlocks Rows { get; }

    internal RecurrentWeights Weights { get; }

    internal RecurrentLayerTraining[] Layers { get; }

    /// <summary>Label of every row of the last batch.</summary>
    internal byte[] Codes { get; }

    /// <summary>With what probability the wrong label of every negative row was drawn.</summary>
    internal float[] Chances { get; }

    /// <inheritdoc/>
    protected override IReadOnlyList<StatePart> Parts { get; }

    /// <inheritdoc/>
    protected override IReadOnlyList<StreamPart> Streams { get; }

    private int TrainedIterations => Options.Trained.Last - Options.Trained.First + 1;

    /// <inheritdoc/>
    public override IModel CaptureModel(IModel? recycled = null) => RecurrentModel.Capture(Weights, Options, Course.CompletedSteps, recycled).Naming(Images.Classes);

    /// <inheritdoc/>
    public override IEvaluation BeginEvaluation(ImageSet images, bool thorough)
    {
        ImageChecks.CheckAlike(images, Images);
        return new ErrorCount(new RecurrentModel(Weights, Options, Products, RecurrentModel.LargeBatch, thorough, Options.Scored.Last), images, Course);
    }

    /// <inheritdoc/>
    protected override void Train(Span<float> metrics)
    {
        Batch.Load(Images, Order.Batch(Course.CompletedSteps));
        _pass.Begin(Batch.Images);
        Phases.Enter(StepPhase.Head);
        _head.Predict(Batch.Labels, metrics[^TrainingMetrics.OfHead.Count..]);
        Phases.Enter(StepPhase.Negatives);
        Options.Negatives.Draw(_head.Probabilities, Batch.Labels, _negativesStream, Codes.AsSpan(0, Rows.Negatives), Chances);
        Batch.Labels.CopyTo(Codes.AsSpan(Rows.FirstPositive));
        Settle();
        Phases.Enter(StepPhase.Head);
        _head.Learn(Batch.Labels, Update(1f / Rows.Batch, Options.HeadLearningRate, Options.HeadWeightDecay));
        for (var layer = 0; layer < Layers.Length; layer++)
        {
            Phases.Enter(StepPhase.Update, layer);
            Layers[layer].Measure().CopyTo(metrics, layer);
            Learn(layer);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Weights.Dispose();
        _velocity.Dispose();
        Batch.Dispose();
        _pass.Dispose();
        _head.Dispose();
        _imageDerivatives.Dispose();
        _labelGradient.Dispose();
        Array.ForEach(Layers, layer => layer.Dispose());
    }

    private static Course CourseOf(RecurrentSettings options, ImageSet images)
    {
        RecurrentChecks.Check(options, images);
        return new Course(options.Schedule, options.Epochs, images.Count / options.BatchSize, options.BatchSize);
    }

    private void Settle()
    {
        foreach (var layer in Layers)
        {
            layer.Begin();
        }

        for (var iteration = 1; iteration <= Options.Trained.Last; iteration++)
        {
            _pass.Iterate(iteration, Codes);
            for (var layer = 0; iteration >= Options.Trained.First && layer < Layers.Length; layer++)
            {
                Phases.Enter(StepPhase.Derivatives, layer);
                Layers[layer].Differentiate();
            }
        }
    }

    private void Learn(int index)
    {
        // A change of what an iteration computes reaches the activity weakened by damping.
        var update = Update((1 - Options.Damping) / (Rows.Batch * TrainedIterations), Options.LearningRate, Options.WeightDecay);
        var dz = Layers[index].Dz;
        Layers[index].LearnBiases(update, _velocity.Up[index].Biases, Weights.Up[index].Biases);
        if (index == 0)
        {
            new RowSumJob { Dz = dz, Scales = _ones, Joined = _imageDerivatives }.Share(Products.Workers);
            Weights.Up[0].Learn(Products, Batch.Images, _imageDerivatives, [], [], update, _velocity.Up[0]);
        }
        else
        {
            Weights.Up[index].Learn(Products, NeighbourActivities(index - 1), dz, [], [], update, _velocity.Up[index]);
        }

        if (index < Weights.Down.Count)
        {
            Weights.Down[index].Learn(Products, NeighbourActivities(index + 1), dz, [], [], update, _velocity.Down[index]);
        }
        else
        {
            LearnLabels(dz, update);
        }
    }

    /// <summary>Normalised activities of a layer before every trained iteration, <c>[iterations * rows, units]</c>.</summary>
    private MatrixView NeighbourActivities(int layer) => _pass.Layers[layer].Normalised(Options.Trained.First - 1, TrainedIterations);

    private void LearnLabels(MatrixView dz, in SmoothedUpdate update)
    {
        _labelGradient.View.Fill(0);
        for (var row = 0; row < dz.Rows; row++)
        {
            var gradient = _labelGradient.Row(Codes[row % Codes.Length]);
            TensorPrimitives.MultiplyAdd(dz.Row(row), MathF.Sqrt(Labels), gradient, gradient);
        }

        RowMath.Update(_labelGradient.Values, update, _velocity.LabelWeights.Values, Weights.LabelWeights.Values);
    }

    private SmoothedUpdate Update(float gradientScale, float learningRate, float weightDecay) =>
        new(gradientScale, Options.Smoothing, Rate(learningRate), weightDecay);
}
