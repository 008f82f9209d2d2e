using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Classifying;
using ForwardForward.Learning.Exciting;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Readout;
using ForwardForward.Learning.Retelling;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;
using ForwardForward.Numerics.Rows;

namespace ForwardForward.Learning.Supervised;

/// <summary>
/// Supervised Forward-Forward (paper, section 3.3, as in Hinton's released code): the label is written into the first pixels; a positive
/// row bears the right one, a negative row a wrong one. A neutral row of every image trains the softmax head, whose probabilities are
/// also where hard negatives come from.
/// </summary>
public sealed class SupervisedTrainer : IPhasedTrainer, IRetellingTrainer
{
    private readonly SupervisedOptions _options;
    private readonly ImageSet _images;
    private readonly MatrixProducts _products;
    private readonly RandomStream _negativesStream;
    private readonly EpochOrder _order;
    private readonly Jitter _jitter;
    private readonly PixelDropout _dropout;
    private readonly LabelledBatch _batch;
    private readonly RowBlocks _blocks;
    private readonly SupervisedWeights _weights;
    private readonly SupervisedWeights _velocity;
    private readonly FirstLayerTraining _first;
    private readonly LayerTraining[] _layers;
    private readonly HeadTraining _head;
    private readonly float[][] _sums;
    private readonly float[] _chances;
    private readonly StepPhases _phases = new();
    private readonly StepReport _report;
    private readonly IReadOnlyList<StatePart> _parts;
    private bool _hasBatch;

    /// <summary>Makes a trainer at its very beginning: weights drawn, nothing learnt.</summary>
    /// <param name="options">How it learns.</param>
    /// <param name="images">The images it learns from.</param>
    /// <param name="products">Does the matrix products; the caller owns it.</param>
    /// <exception cref="ArgumentException">The images do not fit: too few for a batch, or too small for the label pixels.</exception>
    public SupervisedTrainer(SupervisedOptions options, ImageSet images, MatrixProducts products)
    {
        SupervisedChecks.Check(options, images);
        (_options, _images, _products) = (options, images, products);
        var random = new RandomStream(options.Seed);
        _negativesStream = random.Fork("negatives");
        _order = new EpochOrder(random, images.Count, options.BatchSize);
        _jitter = new Jitter(random, images.Count, options.Jitter);
        _dropout = new PixelDropout(random, options.BatchSize, options.InputDropout, images.Shape.Channels);
        _batch = new LabelledBatch(options.BatchSize, images.Shape.Values, LabelCount);
        _blocks = new RowBlocks(options.BatchSize, options.Negatives.PerPositive(LabelCount));
        _weights = new SupervisedWeights(images.Shape.Values, LabelCount, options.HiddenUnits);
        _velocity = new SupervisedWeights(images.Shape.Values, LabelCount, options.HiddenUnits);
        _weights.Initialise(random);
        _first = new FirstLayerTraining(_weights.First, _velocity.First, options, products, _batch, _blocks, _phases);
        _layers = [.. options.HiddenUnits.Select(units => new LayerTraining(options.Rule, products.Workers, _blocks, units))];
        _head = new HeadTraining(_weights.Head, _velocity.Head, products, options.BatchSize);
        _sums = [.. options.HiddenUnits.SkipLast(1).Select(units => new float[units])];
        _chances = new float[_blocks.Negatives];
        _report = new StepReport(_layers.Length);
        _parts = SupervisedState.Parts(_weights, _velocity, _layers.Select(layer => layer.Peer));
        Layers = [.. _layers.Select((layer, i) => new LayerDescription(
            $"layer {i + 1}", layer.Units, options.Rule.ShownThreshold(layer.Units),
            images.Shape.Width, images.Shape.Height, LabelCount) { FieldChannels = images.Shape.Channels })];
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
    public IStepObserver? Observer
    {
        get => _phases.Observer;
        set => _phases.Observer = value;
    }

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

        _phases.Enter(StepPhase.InputPreparation);
        _report.Gain = _options.Schedule.Gain(CompletedSteps, StepsPerEpoch, Epochs);
        _jitter.Begin(CompletedSteps / StepsPerEpoch);
        _dropout.Begin(CompletedSteps);
        _batch.Load(_images, _order.Batch(CompletedSteps), _jitter, _dropout, _products.Workers);
        _first.Begin();
        _first.Codes[_blocks.FirstNeutral..].Fill((byte)LabelCount);
        _batch.Labels.CopyTo(_first.Codes[_blocks.FirstPositive..]);
        Forward(_blocks.FirstPositive, 2 * _blocks.Batch);
        PredictFromNeutralRows();

        _phases.Enter(StepPhase.Negatives);
        _options.Negatives.Draw(_head.Probabilities, _batch.Labels, _negativesStream, _first.Codes[.._blocks.Negatives], _chances);
        Forward(0, _blocks.Negatives);

        LearnHead();
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            Learn(layer);
        }

        _phases.Enter(StepPhase.Other);
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
        var network = recycled is SupervisedNetwork old && old.Fits(_weights, _options) ? old : new SupervisedNetwork(_weights, _options);
        network.Take(_weights, CompletedSteps);
        return network;
    }

    /// <inheritdoc/>
    public IEvaluation BeginEvaluation(ImageSet images, bool byGoodness)
    {
        ImageChecks.CheckAlike(images, _images);
        return new ErrorCount(new SupervisedReader(_weights, _options, _products, byGoodness), images, () => CompletedSteps);
    }

    /// <inheritdoc/>
    public void CopyReceptiveFields(int layer, int firstUnit, int count, Span<float> destination) =>
        SupervisedReadings.ReceptiveFields(_weights, _products, layer, firstUnit, count, destination);

    /// <inheritdoc/>
    public IActivityReader ReadActivities(int layer)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)layer, (uint)_layers.Length, nameof(layer));
        return new SupervisedActivityReader(_weights, _options, _products, layer, SupervisedReader.BatchSize);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ExamplePair> CopyExamples(int count) => _hasBatch
        ? SupervisedReadings.Examples(Math.Min(count, _blocks.Batch), _images, _batch, _blocks, _first.Codes, _chances, _layers, _options.LabelStrength)
        : [];

    /// <inheritdoc/>
    public BatchStory? Retell(int pair)
    {
        if (!_hasBatch)
        {
            return null;
        }

        var image = pair % _blocks.Batch;
        var example = SupervisedReadings.Examples(image + 1, _images, _batch, _blocks, _first.Codes, _chances, _layers, _options.LabelStrength)[image];
        var update = Update(_options.LearningRate, _options.WeightDecay);
        return new BatchStory(CompletedSteps, image, _blocks.Batch, update.LearningRate, example, [.. _layers.Select((layer, i) => new LayerRetelling
        {
            Layer = layer,
            Rule = _options.Rule,
            Positive = _blocks.FirstPositive + image,
            Negative = image,
            Update = update,
            ForwardAgain = z => SupervisedRetelling.Forward(_weights, _layers, _products, _options.Activation.Epilogue, i, (_blocks.FirstPositive + image, image), example, z),
            UnitOf = unit => (SupervisedRetelling.Field(_weights, i, unit), SupervisedRetelling.Field(_velocity, i, unit)),
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
        _first.Dispose();
        _head.Dispose();
        foreach (var layer in _layers)
        {
            layer.Dispose();
        }
    }

    private void Forward(int firstRow, int rows)
    {
        _first.Forward(firstRow, rows, _layers[0].Activities.TotalInput);
        _phases.Enter(StepPhase.Normalisation);
        _layers[0].Activities.Complete(_products.Workers, firstRow, rows);
        for (var layer = 1; layer < _layers.Length; layer++)
        {
            var below = _layers[layer - 1].Activities.Normalised.RowRange(firstRow, rows);
            var activities = _layers[layer].Activities;
            _phases.Enter(StepPhase.Forward, layer);
            _weights.Upper[layer - 1].Forward(_products, below, _options.Activation.Epilogue, activities.TotalInput.RowRange(firstRow, rows));
            _phases.Enter(StepPhase.Normalisation, layer);
            activities.Complete(_products.Workers, firstRow, rows);
        }
    }

    private void PredictFromNeutralRows()
    {
        _phases.Enter(StepPhase.Head);
        for (var layer = _weights.FirstScoringLayer; layer < _layers.Length; layer++)
        {
            _head.Accumulate(layer - _weights.FirstScoringLayer, Neutral(layer));
        }

        _head.Predict();
        (_report.HeadLoss, _report.HeadError) = _head.Measure(_batch.Labels);
    }

    private void LearnHead()
    {
        _phases.Enter(StepPhase.Head);
        var update = Update(_options.HeadLearningRate, _options.HeadWeightDecay);
        _head.Differentiate(_batch.Labels);
        for (var layer = _weights.FirstScoringLayer; layer < _layers.Length; layer++)
        {
            _head.Learn(layer - _weights.FirstScoringLayer, Neutral(layer), update);
        }

        _head.LearnBiases(update);
    }

    private void Learn(int index)
    {
        _phases.Enter(StepPhase.Derivatives, index);
        var layer = _layers[index];
        var update = Update(_options.LearningRate, _options.WeightDecay);
        _report.Layers[index] = layer.Differentiate();
        layer.LearnBiases(update, _velocity.Biases(index), _weights.Biases(index));
        if (index == 0)
        {
            _first.Learn(layer, update);
            return;
        }

        // The peers' term is the same for every positive row, so it makes a rank-one term: the sum of their inputs times it.
        var below = _layers[index - 1].Activities.Normalised;
        var sum = layer.Peer.IsOn ? _sums[index - 1] : [];
        if (layer.Peer.IsOn)
        {
            RowKernels.ColumnSums(_products.Workers, below.RowRange(_blocks.FirstPositive, _blocks.Batch), sum);
        }

        _phases.Enter(StepPhase.Update, index);
        _weights.Upper[index - 1].Learn(
            _products, below.RowRange(0, _blocks.Learning), layer.Dz, sum, layer.Peer.Term, update, _velocity.Upper[index - 1]);
    }

    private MatrixView Neutral(int layer) => _layers[layer].Activities.Normalised.RowRange(_blocks.FirstNeutral, _blocks.Batch);

    private SmoothedUpdate Update(float learningRate, float weightDecay) =>
        new(1f / _blocks.Batch, _options.Smoothing, learningRate * LearningRateFactor * _report.Gain, weightDecay);
}
