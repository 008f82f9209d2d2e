using System.Numerics.Tensors;
using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Classifying;
using ForwardForward.Learning.Exciting;
using ForwardForward.Learning.Layers;
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
public sealed class RecurrentTrainer : ITrainer
{
    private readonly RecurrentOptions _options;
    private readonly ImageSet _images;
    private readonly MatrixProducts _products;
    private readonly RandomStream _negativesStream;
    private readonly EpochOrder _order;
    private readonly PixelBatch _batch;
    private readonly RowBlocks _blocks;
    private readonly RecurrentWeights _weights;
    private readonly RecurrentWeights _velocity;
    private readonly RecurrentPass _pass;
    private readonly RecurrentLayerTraining[] _layers;
    private readonly HeadTraining _head;
    private readonly byte[] _codes;
    private readonly float[] _chances;
    private readonly float[] _ones;
    private readonly Matrix _imageDerivatives;
    private readonly Matrix _labelGradient;
    private readonly StepReport _report;
    private readonly IReadOnlyList<StatePart> _parts;
    private bool _hasBatch;

    /// <summary>Makes a trainer at its very beginning: weights drawn, nothing learnt.</summary>
    /// <param name="options">How it learns.</param>
    /// <param name="images">The images it learns from.</param>
    /// <param name="products">Does the matrix products; the caller owns it.</param>
    /// <exception cref="ArgumentException">The options make no sense, or the images do not fit: too few for a batch.</exception>
    public RecurrentTrainer(RecurrentOptions options, ImageSet images, MatrixProducts products)
    {
        RecurrentChecks.Check(options, images);
        (_options, _images, _products) = (options, images, products);
        var random = new RandomStream(options.Seed);
        _negativesStream = random.Fork("negatives");
        _order = new EpochOrder(random, images.Count, options.BatchSize);
        _batch = new PixelBatch(options.BatchSize, images.Shape.Values);
        _blocks = new RowBlocks(options.BatchSize, options.Negatives.PerPositive(LabelCount), HasNeutral: false);
        _weights = new RecurrentWeights(images.Shape.Values, LabelCount, options.HiddenUnits);
        _velocity = new RecurrentWeights(images.Shape.Values, LabelCount, options.HiddenUnits);
        _weights.Initialise(random);
        _pass = new RecurrentPass(_weights, options, products, options.BatchSize, _blocks.PerPositive + 1, options.Iterations + 1);
        _layers = [.. _pass.Layers.Select(layer => new RecurrentLayerTraining(layer, options.Rule, products.Workers, _blocks, TrainedIterations))];
        _head = new HeadTraining(_weights.Head, _velocity.Head, products, options.BatchSize);
        _codes = new byte[_blocks.Learning];
        _chances = new float[_blocks.Negatives];
        _ones = [.. Enumerable.Repeat(1f, TrainedIterations * _blocks.Learning)];
        _imageDerivatives = new Matrix(options.BatchSize, options.HiddenUnits[0]);
        _labelGradient = new Matrix(LabelCount, options.HiddenUnits[^1]);
        _report = new StepReport(_layers.Length);
        _parts = [.. _weights.Parts(""), .. _velocity.Parts("velocity/")];
        Layers = [.. _layers.Select((layer, i) => new LayerDescription(
            $"layer {i + 1}", layer.Units, options.Rule.ShownThreshold(layer.Units), images.Shape.Width, images.Shape.Height, 0) { FieldChannels = images.Shape.Channels })];
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

    private int TrainedIterations => _options.Trained.Last - _options.Trained.First + 1;

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
        _pass.Begin(_batch.Images);
        Predict();
        _options.Negatives.Draw(_head.Probabilities, _batch.Labels, _negativesStream, _codes.AsSpan(0, _blocks.Negatives), _chances);
        _batch.Labels.CopyTo(_codes.AsSpan(_blocks.FirstPositive));
        Settle();
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
        var network = recycled is RecurrentNetwork old && old.Fits(_weights, _options) ? old : new RecurrentNetwork(_weights, _options);
        network.Take(_weights, CompletedSteps);
        return network;
    }

    /// <inheritdoc/>
    public IEvaluation BeginEvaluation(ImageSet images, bool byGoodness)
    {
        ImageChecks.CheckAlike(images, _images);
        return new ErrorCount(new RecurrentReader(_weights, _options, _products, byGoodness), images, () => CompletedSteps);
    }

    /// <inheritdoc/>
    public void CopyReceptiveFields(int layer, int firstUnit, int count, Span<float> destination) =>
        ReceptiveFields.Copy(_weights.Up, _products, layer, firstUnit, count, destination);

    /// <inheritdoc/>
    public IActivityReader ReadActivities(int layer)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)layer, (uint)_layers.Length, nameof(layer));
        return new RecurrentActivityReader(_weights, _options, _products, layer, RecurrentReader.BatchSize);
    }

    /// <summary>Images of the last batch: both rows of a pair show the same picture, since what tells them apart is the label at the top.</summary>
    public IReadOnlyList<ExamplePair> CopyExamples(int count) =>
        _hasBatch ? [.. Enumerable.Range(0, Math.Clamp(count, 0, _blocks.Batch)).Select(Example)] : [];

    /// <inheritdoc/>
    public LayerStatistics MeasureLayer(int layer)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)layer, (uint)_layers.Length, nameof(layer));
        using var weights = new Matrix(_weights.Up[layer].Inputs, _weights.Up[layer].Units);
        _weights.Up[layer].GetWeights(weights);
        return _layers[layer].Statistics(MathF.Sqrt(TensorPrimitives.SumOfSquares<float>(weights.Values) / weights.Values.Length));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _weights.Dispose();
        _velocity.Dispose();
        _batch.Dispose();
        _pass.Dispose();
        _head.Dispose();
        _imageDerivatives.Dispose();
        _labelGradient.Dispose();
        foreach (var layer in _layers)
        {
            layer.Dispose();
        }
    }

    private void Predict()
    {
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            _head.Accumulate(layer, _pass.Layers[layer].FirstNormalised);
        }

        _head.Predict();
        (_report.HeadLoss, _report.HeadError) = _head.Measure(_batch.Labels);
    }

    private void Settle()
    {
        foreach (var layer in _layers)
        {
            layer.Begin();
        }

        for (var iteration = 1; iteration <= _options.Trained.Last; iteration++)
        {
            _pass.Iterate(iteration, _codes);
            for (var layer = 0; iteration >= _options.Trained.First && layer < _layers.Length; layer++)
            {
                _layers[layer].Differentiate();
            }
        }
    }

    private void LearnHead()
    {
        var update = Update(1f / _blocks.Batch, _options.HeadLearningRate, _options.HeadWeightDecay);
        _head.Differentiate(_batch.Labels);
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            _head.Learn(layer, _pass.Layers[layer].FirstNormalised, update);
        }

        _head.LearnBiases(update);
    }

    private void Learn(int index)
    {
        // A change of what an iteration computes reaches the activity weakened by damping.
        var update = Update((1 - _options.Damping) / (_blocks.Batch * TrainedIterations), _options.LearningRate, _options.WeightDecay);
        var dz = _layers[index].Dz;
        _report.Layers[index] = _layers[index].Report();
        _layers[index].LearnBiases(update, _velocity.Up[index].Biases, _weights.Up[index].Biases);
        if (index == 0)
        {
            new RowJoining { Dz = dz, Scales = _ones, Joined = _imageDerivatives }.Share(_products.Workers);
            _products.WeightUpdate(_batch.Images, _imageDerivatives, update, _velocity.Up[0].Weights, _weights.Up[0].Weights);
        }
        else
        {
            _products.WeightUpdate(Heard(index - 1), dz, update, _velocity.Up[index].Weights, _weights.Up[index].Weights);
        }

        if (index < _weights.Down.Count)
        {
            _products.WeightUpdate(Heard(index + 1), dz, update, _velocity.Down[index], _weights.Down[index]);
        }
        else
        {
            LearnLabels(dz, update);
        }
    }

    /// <summary>What a layer said before every trained iteration, <c>[iterations * rows, units]</c>.</summary>
    private MatrixView Heard(int layer) => _pass.Layers[layer].Normalised(_options.Trained.First - 1, TrainedIterations);

    private void LearnLabels(MatrixView dz, in SmoothedUpdate update)
    {
        _labelGradient.View.Fill(0);
        for (var row = 0; row < dz.Rows; row++)
        {
            var gradient = _labelGradient.Row(_codes[row % _codes.Length]);
            TensorPrimitives.MultiplyAdd(dz.Row(row), MathF.Sqrt(LabelCount), gradient, gradient);
        }

        RowMath.Update(_labelGradient.Values, update, _velocity.LabelWeights.Values, _weights.LabelWeights.Values);
    }

    private ExamplePair Example(int image)
    {
        var picture = new float[_images.Shape.Values];
        var index = _order.Batch(CompletedSteps - 1)[image];
        Ink.ToShares(_images.Image(index), picture);
        return new ExamplePair(
            _images.Shape,
            picture,
            picture,
            _batch.Labels[image],
            _codes[image],
            _chances[image],
            [.. _layers.Select(layer => layer.Goodness[_blocks.FirstPositive + image])],
            [.. _layers.Select(layer => layer.Goodness[image])],
            new Dictionary<string, float[]>());
    }

    private SmoothedUpdate Update(float gradientScale, float learningRate, float weightDecay) =>
        new(gradientScale, _options.Smoothing, learningRate * LearningRateFactor * _report.Gain, weightDecay);
}
