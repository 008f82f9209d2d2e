using ForwardForward.Data.Images;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Optimisation;
using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Random;
using ForwardForward.Recipes;

namespace ForwardForward.Testing.Runs;

/// <summary>
/// A trainer that learns nothing, quickly: every step adds random numbers to a few weights. Like a real one it is a pure function of
/// recipe and seed, goes on bit for bit from a captured state, and looks at the images of an evaluation batch by batch.
/// </summary>
public sealed class FakeTrainer : Trainer, ILayerReadings
{
    private const int Side = 28;
    private readonly FakeTraining _setting;
    private readonly RandomStream _random;
    private readonly float[] _first = new float[Side * Side * FirstUnits];
    private readonly float[] _second = new float[FirstUnits * SecondUnits];

    /// <summary>Makes it at the very beginning.</summary>
    public FakeTrainer(FakeTraining setting, ConfiguredRecipe recipe)
        : base(
            new Course(new ConstantRate(), recipe.Settings.Epochs, setting.StepsPerEpoch, recipe.Settings.BatchSize),
            [.. TrainingMetrics.OfLayers(2), .. TrainingMetrics.OfHead])
    {
        _setting = setting;
        _random = new RandomStream(recipe.Seed);
        Parts = [StatePart.Of("layer-1/weights", _first), StatePart.Of("layer-2/weights", _second)];
        Streams = [new StreamPart("random/fake", _random)];
        Draw();
    }

    /// <summary>Units of the first layer.</summary>
    public const int FirstUnits = 6;

    /// <summary>Units of the second layer.</summary>
    public const int SecondUnits = 4;

    /// <inheritdoc/>
    public override ILayerReadings LayerReadings => this;

    /// <inheritdoc/>
    public override IReadOnlyList<IReading> Readings => [.. LayeredReadings.OfUnits(this), .. LayeredReadings.OfPairs(this, [.. Enumerable.Range(0, 10).Select(digit => $"{digit}")])];

    /// <inheritdoc/>
    public override IReadOnlyList<StepWork> Work { get; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<LayerDescription> Layers { get; } =
        [new("layer 1", FirstUnits, FirstUnits, Side, Side, 10), new("layer 2", SecondUnits, SecondUnits, 0, 0, 0)];

    /// <inheritdoc/>
    protected override IReadOnlyList<StatePart> Parts { get; }

    /// <inheritdoc/>
    protected override IReadOnlyList<StreamPart> Streams { get; }

    /// <inheritdoc/>
    public override IModel CaptureModel(IModel? recycled = null)
    {
        _setting.Captures.Add();
        var network = recycled as FakeNetwork ?? new FakeNetwork(_setting);
        network.Take(Course.CompletedSteps, _first[0]);
        return network;
    }

    /// <inheritdoc/>
    public override IEvaluation BeginEvaluation(ImageSet images, bool thorough) => new FakeEvaluation(_setting, images, thorough, Course.CompletedSteps);

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
    public IActivationReader ReadActivations(int layer) => new FakeActivities(Layers[layer].Units);

    /// <inheritdoc/>
    public IReadOnlyList<ExamplePair> CopyExamples(int count) => HasBatch
        ? [.. Samples.Examples(0, Course.CompletedSteps, Math.Min(count, Course.BatchSize)).Pairs]
        : [];

    /// <inheritdoc/>
    public LayerStatistics MeasureLayer(int layer) => HasBatch
        ? new LayerStatistics([1, 2], [0.5f, 1], 0.5f, 1, 0, 0.1f * (layer + 1))
        : throw new InvalidOperationException("There is no last batch.");

    /// <inheritdoc/>
    protected override void Train(Span<float> metrics)
    {
        _setting.Steps.Pass();
        if (_setting.FailAtStep == Course.CompletedSteps + 1)
        {
            throw new InvalidOperationException("The fake trainer was told to fail.");
        }

        Draw();
        for (var layer = 0; layer < 2; layer++)
        {
            var good = _setting.DivergeAtStep == Course.CompletedSteps + 1 ? float.NaN : 1 + _random.NextSingle();
            ReadOnlySpan<float> values = [good, good / 2, 0.8f, 0.3f, _random.NextSingle(), 0.5f, 0.7f];
            values.CopyTo(metrics[(layer * values.Length)..]);
        }

        (metrics[^2], metrics[^1]) = (_random.NextSingle(), _random.NextSingle());
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _setting.Disposed.Add();

    private void Draw()
    {
        foreach (ref var weight in _first.AsSpan())
        {
            weight += RateFactor.Value * (_random.NextSingle() - 0.5f);
        }

        foreach (ref var weight in _second.AsSpan())
        {
            weight += RateFactor.Value * (_random.NextSingle() - 0.5f);
        }
    }
}
