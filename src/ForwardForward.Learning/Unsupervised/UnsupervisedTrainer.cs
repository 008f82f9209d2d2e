using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Classifying;
using ForwardForward.Learning.Exciting;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Negatives.Hybrids;
using ForwardForward.Learning.Readout;
using ForwardForward.Learning.Retelling;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;
using ForwardForward.Numerics.Rows;

namespace ForwardForward.Learning.Unsupervised;

/// <summary>
/// Unsupervised Forward-Forward (paper, section 3.2): positive rows are images, negative rows hybrids of two images, and no label is seen by
/// the hidden layers. A linear softmax on the last three of them is trained alongside on the images; its gradient never enters them.
/// </summary>
public sealed class UnsupervisedTrainer : IRetellingTrainer
{
    private readonly UnsupervisedOptions _options;
    private readonly ImageSet _images;
    private readonly MatrixProducts _products;
    private readonly RandomStream _negativesStream;
    private readonly EpochOrder _order;
    private readonly HybridBatch _batch;
    private readonly PixelDropout _dropout;
    private readonly RowBlocks _blocks;
    private readonly UnsupervisedWeights _weights;
    private readonly UnsupervisedWeights _velocity;
    private readonly LayerTraining[] _layers;
    private readonly HeadTraining _head;
    private readonly float[][] _sums;
    private readonly StepReport _report;
    private readonly IReadOnlyList<StatePart> _parts;
    private bool _hasBatch;

    /// <summary>Makes a trainer at its very beginning: weights drawn, nothing learnt.</summary>
    /// <param name="options">How it learns.</param>
    /// <param name="images">The images it learns from.</param>
    /// <param name="products">Does the matrix products; the caller owns it.</param>
    /// <exception cref="ArgumentException">The images do not fit: too few for a batch, or too small for the fields.</exception>
    public UnsupervisedTrainer(UnsupervisedOptions options, ImageSet images, MatrixProducts products)
    {
        UnsupervisedChecks.Check(options, images);
        (_options, _images, _products) = (options, images, products);
        var random = new RandomStream(options.Seed);
        _negativesStream = random.Fork("negatives");
        _order = new EpochOrder(random, images.Count, options.BatchSize);
        _blocks = new RowBlocks(options.BatchSize, 1, HasNeutral: false);
        var picture = images.Shape;
        _weights = new UnsupervisedWeights(LayerShape.Make(options.Layers, picture), images.Classes.Count);
        _velocity = _weights.MakeEmpty();
        _weights.Initialise(random);
        _batch = new HybridBatch(images, options.BatchSize, options.Blurs);
        _dropout = new PixelDropout(random, options.BatchSize, options.InputDropout, images.Shape.Channels);
        _layers = [.. _weights.Layers.Select(layer => new LayerTraining(options.Rule, products.Workers, _blocks, layer.Units))];
        _head = new HeadTraining(_weights.Head, _velocity.Head, products, options.BatchSize);
        _sums = [.. _weights.Layers.Select(layer => new float[layer.Inputs])];
        _report = new StepReport(_layers.Length);
        _parts =
        [
            .. _weights.Parts(""),
            .. _velocity.Parts("velocity/"),
            .. _layers.Select((layer, i) => StatePart.Of($"layer-{i + 1}/mean-activity", layer.Peer.MeanActivity)),
        ];
        var grids = LayerShape.Grids(options.Layers, picture);
        Layers = [.. _layers.Select((layer, i) => new LayerDescription(
            $"layer {i + 1}", layer.Units, options.Rule.ShownThreshold(layer.Units), images.Shape.Width, images.Shape.Height, 0) { FieldChannels = picture.Channels, Grid = grids[i] })];
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

    private long Steps => (long)Epochs * StepsPerEpoch;

    /// <inheritdoc/>
    public StepReport Step()
    {
        if (CompletedSteps >= Steps)
        {
            throw new InvalidOperationException($"The schedule of {Epochs} epochs of {StepsPerEpoch} steps is over.");
        }

        _report.Gain = _options.Schedule.Gain(CompletedSteps, StepsPerEpoch, Epochs);
        _dropout.Begin(CompletedSteps);
        _batch.Load(_order.Batch(CompletedSteps), _negativesStream, _dropout, _products.Workers);
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            _weights.Layers[layer].Forward(_products, Input(layer), _options.Activation.Epilogue, _layers[layer].Activities.TotalInput);
            _layers[layer].Activities.Complete(_products.Workers, 0, _blocks.All);
        }

        LearnHead();
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            Learn(layer);
        }

        CompletedSteps++;
        _hasBatch = true;
        return _report;
    }

    /// <inheritdoc/>
    public TrainerState CaptureState() => TrainerProgress.Capture(_parts, CompletedSteps, LearningRateFactor, _negativesStream);

    /// <inheritdoc/>
    public void RestoreState(TrainerState state)
    {
        (CompletedSteps, LearningRateFactor) = TrainerProgress.Restore(state, _parts, Steps, _negativesStream);
        _hasBatch = false;
    }

    /// <inheritdoc/>
    public INetwork CaptureNetwork(INetwork? recycled = null)
    {
        var network = recycled is UnsupervisedNetwork old && old.Fits(_options, _images.Shape.Values) ? old : new UnsupervisedNetwork(_weights, _options);
        network.Take(_weights, CompletedSteps);
        return network;
    }

    /// <inheritdoc/>
    public IEvaluation BeginEvaluation(ImageSet images, bool byGoodness)
    {
        ImageChecks.CheckAlike(images, _images);
        return new ErrorCount(new UnsupervisedReader(_weights, _options.Rule, _products), images, () => CompletedSteps);
    }

    /// <inheritdoc/>
    public void CopyReceptiveFields(int layer, int firstUnit, int count, Span<float> destination) =>
        ReceptiveFields.Copy(_weights.Layers, _products, layer, firstUnit, count, destination);

    /// <inheritdoc/>
    public IActivityReader ReadActivities(int layer)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)layer, (uint)_layers.Length, nameof(layer));
        return new UnsupervisedActivityReader(_weights, _options.Rule, _products, layer, UnsupervisedReader.BatchSize);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ExamplePair> CopyExamples(int count) => _hasBatch
        ? UnsupervisedReadings.Examples(Math.Min(count, _blocks.Batch), _images, _batch, _dropout, _blocks, _layers)
        : [];

    /// <inheritdoc/>
    public BatchStory? Retell(int pair)
    {
        if (!_hasBatch)
        {
            return null;
        }

        var image = pair % _blocks.Batch;
        var update = Update(_options.LearningRate, _options.WeightDecay);
        return new BatchStory(CompletedSteps, image, _blocks.Batch, update.LearningRate, CopyExamples(image + 1)[image], [.. _layers.Select((layer, i) => new LayerRetelling
        {
            Layer = layer,
            Rule = _options.Rule,
            Positive = _blocks.FirstPositive + image,
            Negative = image,
            Update = update,
            ForwardAgain = z =>
            {
                using var below = Rows.Pair(Input(i), _blocks.FirstPositive + image, image);
                _weights.Layers[i].Forward(_products, below, _options.Activation.Epilogue, z);
            },
            UnitOf = unit => (Rows.Field(_weights.Layers[i], unit), Rows.Field(_velocity.Layers[i], unit)),
        }.Tell(_products.Workers))]);
    }

    /// <inheritdoc/>
    public LayerStatistics MeasureLayer(int layer) => _layers[layer].Statistics(_parts[layer * 2]);

    /// <inheritdoc/>
    public void Dispose()
    {
        _weights.Dispose();
        _velocity.Dispose();
        _batch.Dispose();
        _head.Dispose();
        foreach (var layer in _layers)
        {
            layer.Dispose();
        }
    }

    private MatrixView Input(int layer) => layer == 0 ? _batch.Rows : _layers[layer - 1].Activities.Normalised;

    private MatrixView Positive(MatrixView rows) => rows.RowRange(_blocks.FirstPositive, _blocks.Batch);

    private void LearnHead()
    {
        var first = _weights.FirstReadLayer;
        for (var layer = first; layer < _layers.Length; layer++)
        {
            _head.Accumulate(layer - first, Positive(_layers[layer].Activities.Normalised));
        }

        _head.Predict();
        (_report.HeadLoss, _report.HeadError) = _head.Measure(_batch.Labels);
        var update = Update(_options.HeadLearningRate, _options.HeadWeightDecay);
        _head.Differentiate(_batch.Labels);
        for (var layer = first; layer < _layers.Length; layer++)
        {
            _head.Learn(layer - first, Positive(_layers[layer].Activities.Normalised), update);
        }

        _head.LearnBiases(update);
    }

    private void Learn(int index)
    {
        var layer = _layers[index];
        var update = Update(_options.LearningRate, _options.WeightDecay);
        _report.Layers[index] = layer.Differentiate();
        layer.LearnBiases(update, _velocity.Layers[index].Biases, _weights.Layers[index].Biases);

        // The peers' term is the same for every positive row, so it makes a rank-one term: the sum of their inputs times it.
        var sum = layer.Peer.IsOn ? _sums[index] : [];
        if (layer.Peer.IsOn)
        {
            RowKernels.ColumnSums(_products.Workers, Positive(Input(index)), sum);
        }

        _weights.Layers[index].Learn(_products, Input(index), layer.Dz, sum, layer.Peer.Term, update, _velocity.Layers[index]);
    }

    private SmoothedUpdate Update(float learningRate, float weightDecay) =>
        new(1f / _blocks.Batch, _options.Smoothing, learningRate * LearningRateFactor * _report.Gain, weightDecay);
}
