using ForwardForward.Data.Images;
using ForwardForward.Experiments;
using ForwardForward.Learning.Classifying;
using ForwardForward.Learning.Exciting;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Testing.Runs;

/// <summary>
/// A trainer that learns nothing, quickly: every step adds random numbers to a few weights. Like a real one it is a pure function of
/// recipe and seed, goes on bit for bit from a captured state, and looks at the images of an evaluation batch by batch.
/// </summary>
public sealed class FakeTrainer : ITrainer
{
    private const int Side = 28;
    private readonly FakeTraining _setting;
    private readonly RandomStream _random;
    private readonly StepReport _report = new(2);
    private readonly float[] _first = new float[Side * Side * FirstUnits];
    private readonly float[] _second = new float[FirstUnits * SecondUnits];
    private bool _hasBatch;

    /// <summary>Makes it at the very beginning.</summary>
    public FakeTrainer(FakeTraining setting, Recipe recipe)
    {
        _setting = setting;
        _random = new RandomStream(recipe.Seed);
        (Epochs, BatchSize) = (recipe.Schedule.Epochs, recipe.Trainer.BatchSize);
        Draw();
    }

    /// <summary>Units of the first layer.</summary>
    public const int FirstUnits = 6;

    /// <summary>Units of the second layer.</summary>
    public const int SecondUnits = 4;

    /// <inheritdoc/>
    public IReadOnlyList<LayerDescription> Layers { get; } =
        [new("layer 1", FirstUnits, FirstUnits, Side, Side, 10), new("layer 2", SecondUnits, SecondUnits, 0, 0, 0)];

    /// <inheritdoc/>
    public int StepsPerEpoch => _setting.StepsPerEpoch;

    /// <inheritdoc/>
    public int Epochs { get; }

    /// <inheritdoc/>
    public long CompletedSteps { get; private set; }

    /// <inheritdoc/>
    public float LearningRateFactor { get; set; } = 1;

    /// <inheritdoc/>
    public int BatchSize { get; }

    /// <inheritdoc/>
    public StepReport Step()
    {
        if (CompletedSteps >= (long)Epochs * StepsPerEpoch)
        {
            throw new InvalidOperationException("The schedule is over.");
        }

        _setting.Steps.Pass();
        if (_setting.FailAtStep == CompletedSteps + 1)
        {
            throw new InvalidOperationException("The fake trainer was told to fail.");
        }

        Draw();
        CompletedSteps++;
        _hasBatch = true;
        for (var layer = 0; layer < _report.Layers.Length; layer++)
        {
            var good = _setting.DivergeAtStep == CompletedSteps ? float.NaN : 1 + _random.NextSingle();
            _report.Layers[layer] = new LayerReport(good, good / 2, 0.8f, 0.3f, _random.NextSingle(), 0.5f, 0.7f);
        }

        (_report.HeadLoss, _report.HeadError, _report.Gain) = (_random.NextSingle(), _random.NextSingle(), 1);
        return _report;
    }

    /// <inheritdoc/>
    public TrainerState CaptureState() => new()
    {
        Matrices =
        {
            ["layer-1/weights"] = new StateMatrix(Side * Side, FirstUnits, [.. _first]),
            ["layer-2/weights"] = new StateMatrix(FirstUnits, SecondUnits, [.. _second]),
            ["learning-rate-factor"] = new StateMatrix(1, 1, [LearningRateFactor]),
        },
        Words = { ["random"] = _random.SaveState(), ["steps"] = [(ulong)CompletedSteps] },
    };

    /// <inheritdoc/>
    public void RestoreState(TrainerState state)
    {
        if (!state.Matrices.TryGetValue("layer-1/weights", out var first) || first.Values.Length != _first.Length)
        {
            throw new ArgumentException("The state has no matrix 'layer-1/weights' of the right shape.", nameof(state));
        }

        first.Values.CopyTo(_first, 0);
        state.Matrices["layer-2/weights"].Values.CopyTo(_second, 0);
        LearningRateFactor = state.Matrices["learning-rate-factor"].Values[0];
        _random.RestoreState(state.Words["random"]);
        CompletedSteps = (long)state.Words["steps"][0];
        _hasBatch = false;
    }

    /// <inheritdoc/>
    public INetwork CaptureNetwork(INetwork? recycled = null)
    {
        _setting.Captures.Add();
        var network = recycled as FakeNetwork ?? new FakeNetwork(_setting);
        network.Take(CompletedSteps, _first[0]);
        return network;
    }

    /// <inheritdoc/>
    public IEvaluation BeginEvaluation(ImageSet images, bool byGoodness) => new FakeEvaluation(_setting, images, byGoodness, CompletedSteps);

    /// <inheritdoc/>
    public void CopyReceptiveFields(int layer, int firstUnit, int count, Span<float> destination)
    {
        _setting.FieldReadings.Add();
        for (var i = 0; i < count * Side * Side; i++)
        {
            destination[i] = _first[((i % (Side * Side)) * FirstUnits) + firstUnit + (i / (Side * Side))];
        }
    }

    /// <inheritdoc/>
    public IActivityReader ReadActivities(int layer) => new FakeActivities(Layers[layer].Units);

    /// <inheritdoc/>
    public IReadOnlyList<ExamplePair> CopyExamples(int count) => _hasBatch
        ? [.. Samples.Examples(0, CompletedSteps, Math.Min(count, BatchSize)).Pairs]
        : [];

    /// <inheritdoc/>
    public LayerStatistics MeasureLayer(int layer) => _hasBatch
        ? new LayerStatistics([1, 2], [0.5f, 1], 0.5f, 1, 0, 0.1f * (layer + 1))
        : throw new InvalidOperationException("There is no last batch.");

    /// <inheritdoc/>
    public void Dispose() => _setting.Disposed.Add();

    private void Draw()
    {
        foreach (ref var weight in _first.AsSpan())
        {
            weight += LearningRateFactor * (_random.NextSingle() - 0.5f);
        }

        foreach (ref var weight in _second.AsSpan())
        {
            weight += LearningRateFactor * (_random.NextSingle() - 0.5f);
        }
    }
}
