using System.Numerics.Tensors;
using ForwardForward.Data.Images;
using ForwardForward.Frames;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Classifying;
using ForwardForward.Learning.Exciting;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Baselines;

/// <summary>
/// Backpropagation, which Forward-Forward is held against (paper, section 3.1): a net of rectified units, dense or convolutional, with a
/// softmax at the top, trained by gradient descent with momentum on the cross-entropy. Nothing in it has goodness.
/// </summary>
public sealed class BackpropTrainer : ITrainer
{
    private const int EvaluationBatch = 100;
    private readonly BackpropOptions _options;
    private readonly ImageSet _images;
    private readonly MatrixProducts _products;
    private readonly RandomStream _dropoutStream;
    private readonly EpochOrder _order;
    private readonly PixelBatch _batch;
    private readonly ImageShape _shape;
    private readonly BackpropNet _net;
    private readonly StepReport _report = new(0);
    private readonly IReadOnlyList<StatePart> _parts;
    private readonly IReadOnlyList<DenseLayer> _pictured;

    /// <summary>Makes a trainer at its very beginning: weights drawn, nothing learnt.</summary>
    /// <param name="options">How it learns.</param>
    /// <param name="images">The images it learns from.</param>
    /// <param name="products">Does the matrix products; the caller owns it.</param>
    /// <exception cref="ArgumentException">The images do not fit: too few for a batch, or too small for the convolutions.</exception>
    public BackpropTrainer(BackpropOptions options, ImageSet images, MatrixProducts products)
    {
        BackpropChecks.Check(options, images);
        (_options, _images, _products) = (options, images, products);
        var random = new RandomStream(options.Seed);
        _dropoutStream = random.Fork("dropout");
        _order = new EpochOrder(random, images.Count, options.BatchSize);
        _batch = new PixelBatch(options.BatchSize, images.Shape.Values);
        _shape = images.Shape;
        _net = new BackpropNet(options, _shape, LabelCount, products, options.BatchSize, _dropoutStream);
        _net.Initialise(random, options.InitialGain);
        _parts = BackpropState.Parts(_net);
        _pictured = [.. _net.Learnt.SkipLast(1).Take(options.Channels.Count == 0 ? int.MaxValue : 1).Select(stage => stage.Layer.Weights)];
        Layers = [.. _net.Learnt.SkipLast(1).Select((stage, i) => Describe(stage, i < _pictured.Count))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<LayerDescription> Layers { get; }

    /// <inheritdoc/>
    public int StepsPerEpoch => _order.StepsPerEpoch;

    /// <inheritdoc/>
    public int Epochs => _options.Epochs;

    /// <inheritdoc/>
    public long CompletedSteps { get; private set; }

    /// <inheritdoc/>
    public float LearningRateFactor { get; set; } = 1;

    /// <inheritdoc/>
    public int BatchSize => _options.BatchSize;

    private int LabelCount => _images.Classes.Count;

    private long Steps => (long)Epochs * StepsPerEpoch;

    /// <inheritdoc/>
    public StepReport Step()
    {
        if (CompletedSteps >= Steps)
        {
            throw new InvalidOperationException($"The schedule of {Epochs} epochs of {StepsPerEpoch} steps is over.");
        }

        _report.Gain = _options.Schedule.Gain(CompletedSteps, StepsPerEpoch, Epochs);
        _batch.Load(_images, _order.Batch(CompletedSteps));
        var logits = _net.Forward(_batch.Images);
        (_report.HeadLoss, _report.HeadError) = CrossEntropy.Evaluate(logits, _batch.Labels, _options.LabelSmoothing, _net.Top.Derivative);
        _net.Learn(_batch.Images, new SmoothedUpdate(
            1f / BatchSize, _options.Smoothing, _options.LearningRate * LearningRateFactor * _report.Gain, _options.WeightDecay));
        CompletedSteps++;
        return _report;
    }

    /// <inheritdoc/>
    public TrainerState CaptureState() => TrainerProgress.Capture(_parts, CompletedSteps, LearningRateFactor, _dropoutStream, BackpropState.Dropout);

    /// <inheritdoc/>
    public void RestoreState(TrainerState state) =>
        (CompletedSteps, LearningRateFactor) = TrainerProgress.Restore(state, _parts, Steps, _dropoutStream, BackpropState.Dropout);

    /// <inheritdoc/>
    public INetwork CaptureNetwork(INetwork? recycled = null)
    {
        var network = recycled is BackpropClassifier old && old.Fits(_options, _shape) ? old : new BackpropClassifier(_options, _shape, LabelCount);
        network.Take(_net, CompletedSteps);
        return network;
    }

    /// <inheritdoc/>
    public IEvaluation BeginEvaluation(ImageSet images, bool byGoodness)
    {
        ImageChecks.CheckAlike(images, _images);

        return new ErrorCount(new BackpropReader(Copy(), images.Shape.Values, EvaluationBatch), images, () => CompletedSteps);
    }

    /// <inheritdoc/>
    public void CopyReceptiveFields(int layer, int firstUnit, int count, Span<float> destination) =>
        ReceptiveFields.Copy(_pictured, _products, layer, firstUnit, count, destination);

    /// <inheritdoc/>
    public IActivityReader ReadActivities(int layer)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)layer, (uint)Layers.Count, nameof(layer));
        return new BackpropActivityReader(Copy(), layer, _images.Shape.Values, EvaluationBatch);
    }

    /// <summary>None: backprop knows no negative data.</summary>
    public IReadOnlyList<ExamplePair> CopyExamples(int count) => [];

    /// <inheritdoc/>
    public LayerStatistics MeasureLayer(int layer)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)layer, (uint)Layers.Count, nameof(layer));
        var stage = _net.Learnt[layer];
        var activeRows = new int[Layers[layer].Units];
        for (var row = 0; row < stage.Activities.Rows; row++)
        {
            var activities = stage.Activities.Row(row);
            for (var unit = 0; unit < activities.Length; unit++)
            {
                activeRows[unit] += activities[unit] != 0 ? 1 : 0;
            }
        }

        using var weights = new Matrix(stage.Layer.Weights.Inputs, stage.Layer.Weights.Units);
        stage.Layer.Weights.Weights.CopyTo(weights);
        return new LayerStatistics(
            [],
            [],
            (float)(activeRows.Sum(rows => (double)rows) / ((double)stage.Activities.Rows * activeRows.Length)),
            activeRows.Count(rows => rows == 0),
            activeRows.Count(rows => rows == stage.Activities.Rows),
            MathF.Sqrt(TensorPrimitives.SumOfSquares<float>(weights.Values) / weights.Values.Length));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _net.Dispose();
        _batch.Dispose();
    }

    private BackpropNet Copy()
    {
        var net = new BackpropNet(_options, _shape, LabelCount, _products, EvaluationBatch, null);
        net.CopyFrom(_net);
        return net;
    }

    private LayerDescription Describe(ILearntStage stage, bool hasPicture)
    {
        var (width, height) = !hasPicture ? (0, 0) : _options.Channels.Count > 0 ? (_options.FieldSide, _options.FieldSide) : (_shape.Width, _shape.Height);
        return new LayerDescription(stage.Name, stage.Layer.Weights.Units, 0, width, height, 0, HasGoodness: false) { FieldChannels = hasPicture ? _shape.Channels : 1 };
    }
}
