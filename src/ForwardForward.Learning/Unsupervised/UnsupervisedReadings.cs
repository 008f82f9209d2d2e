using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Unsupervised;

/// <summary>What there is to see of an unsupervised trainer.</summary>
internal sealed class UnsupervisedReadings : ILayerReadings
{
    private readonly UnsupervisedTrainer _trainer;

    public UnsupervisedReadings(UnsupervisedTrainer trainer)
    {
        _trainer = trainer;
        var (options, images) = (trainer.Options, trainer.Images);
        var grids = LayerShape.Grids(options.Layers, images.Shape);
        Layers = [.. trainer.Layers.Select((layer, i) => new LayerDescription(
            $"layer {i + 1}", layer.Units, options.Rule.ShownThreshold(layer.Units), images.Shape.Width, images.Shape.Height, 0) { FieldChannels = images.Shape.Channels, Grid = grids[i] })];
    }

    public IReadOnlyList<LayerDescription> Layers { get; }

    public void CopyReceptiveFields(int layer, int firstUnit, int count, Span<float> destination) =>
        ReceptiveFields.Copy(_trainer.Weights.Layers, _trainer.Products, layer, firstUnit, count, destination);

    public IActivationReader ReadActivations(int layer)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)layer, (uint)Layers.Count, nameof(layer));
        var model = new UnsupervisedModel(_trainer.Weights, _trainer.Options, _trainer.Products, UnsupervisedModel.LargeBatch);
        return new ActivationReader(model, layer, _trainer.Weights.Layers[layer].UnitShownAt);
    }

    public IReadOnlyList<ExamplePair> CopyExamples(int count) =>
        _trainer.HasBatch ? [.. Enumerable.Range(0, Math.Clamp(count, 0, _trainer.Rows.Batch)).Select(Example)] : [];

    public LayerStatistics MeasureLayer(int layer)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)layer, (uint)Layers.Count, nameof(layer));
        return _trainer.Layers[layer].Statistics(StatePart.Of("weights", _trainer.Weights.Layers[layer]));
    }

    public StepTrace? Trace(int pair)
    {
        if (!_trainer.HasBatch)
        {
            return null;
        }

        var image = pair % _trainer.Rows.Batch;
        var positive = _trainer.Rows.FirstPositive + image;
        return new StepTrace(_trainer.Course.CompletedSteps, image, _trainer.Rows.Batch, _trainer.HiddenUpdate.LearningRate, Example(image),
        [
            .. _trainer.Layers.Select((layer, i) => new LayerTracer
            {
                Layer = layer,
                Rule = _trainer.Options.Rule,
                Positive = positive,
                Negative = image,
                Update = _trainer.HiddenUpdate,
                ForwardAgain = z =>
                {
                    using var below = Rows.Pair(_trainer.Input(i), positive, image);
                    _trainer.Weights.Layers[i].Forward(_trainer.Products, below, _trainer.Options.Activation.Epilogue, z);
                },
                UnitOf = unit => (Rows.Field(_trainer.Weights.Layers[i], unit), Rows.Field(_trainer.Velocity.Layers[i], unit)),
            }.Trace(_trainer.Products.Workers)),
        ]);
    }

    private ExamplePair Example(int image)
    {
        var batch = _trainer.Batch;
        var (ours, other) = (Picture(batch.Ours(image)), Picture(batch.Other(image)));
        var mask = batch.Masks.Row(image).ToArray();
        float[] hybrid = [.. ours.Select((value, i) => mask[i / _trainer.Images.Shape.Channels] != 0 ? value : other[i])];
        var seen = ours.ToArray();
        _trainer.Dropout.Apply(image, seen);
        _trainer.Dropout.Apply(image, hybrid);
        return new ExamplePair(
            _trainer.Images.Shape,
            seen,
            hybrid,
            null,
            null,
            null,
            [.. _trainer.Layers.Select(layer => layer.Activities.Goodness[_trainer.Rows.FirstPositive + image])],
            [.. _trainer.Layers.Select(layer => layer.Activities.Goodness[image])],
            new Dictionary<string, float[]> { ["digit A"] = ours, ["digit B"] = other, ["mask"] = mask });
    }

    private float[] Picture(int index)
    {
        var picture = new float[_trainer.Images.Shape.Values];
        Ink.ToShares(_trainer.Images.Image(index), picture);
        return picture;
    }
}
