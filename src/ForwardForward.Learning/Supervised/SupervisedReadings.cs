using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Readings;
using ForwardForward.Numerics;
using Fields = ForwardForward.Learning.Layers.ReceptiveFields;

namespace ForwardForward.Learning.Supervised;

/// <summary>What there is to see of a supervised trainer.</summary>
internal sealed class SupervisedReadings(SupervisedTrainer trainer) : ILayerReadings
{
    public IReadOnlyList<LayerDescription> Layers { get; } =
    [
        .. trainer.Layers.Select((layer, i) => new LayerDescription(
            $"layer {i + 1}",
            layer.Units,
            trainer.Options.Rule.ShownThreshold(layer.Units),
            trainer.Images.Shape.Width,
            trainer.Images.Shape.Height,
            trainer.Weights.First.Labels)
        {
            FieldChannels = trainer.Images.Shape.Channels,
        }),
    ];

    /// <summary>
    /// What units look for in the picture, label pixels first, one row a unit: the weights of the first layer, and for a layer above the
    /// fields of the layer below weighted by its own weights (<see cref="Learning.Layers.ReceptiveFields"/>): <c>[count, pixels]</c>.
    /// </summary>
    public void CopyReceptiveFields(int layer, int firstUnit, int count, Span<float> destination)
    {
        var weights = trainer.Weights;
        var first = weights.First;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)layer, (uint)weights.HiddenUnits.Count, nameof(layer));
        Fields.CheckRange(weights.HiddenUnits.Count, layer, weights.HiddenUnits[layer], firstUnit, count);
        if (layer == 0)
        {
            for (var i = 0; i < count; i++)
            {
                first.CopyUnitTo(firstUnit + i, destination.Slice(i * first.Pixels, first.Pixels));
            }

            return;
        }

        using var below = Fields.Chain(weights.Upper, 0, trainer.Products, layer - 1, firstUnit, count);
        using var fields = new Matrix(count, first.Pixels);
        first.Backproject(trainer.Products, below, fields);
        fields.Values.CopyTo(destination);
    }

    public IActivationReader ReadActivations(int layer)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)layer, (uint)Layers.Count, nameof(layer));
        return new ActivationReader(
            new SupervisedModel(trainer.Weights, trainer.Options, trainer.Products, SupervisedModel.LargeBatch, triesLabels: false), layer);
    }

    public IReadOnlyList<ExamplePair> CopyExamples(int count) =>
        trainer.HasBatch ? [.. Enumerable.Range(0, Math.Clamp(count, 0, trainer.Rows.Batch)).Select(Example)] : [];

    public LayerStatistics MeasureLayer(int layer)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)layer, (uint)Layers.Count, nameof(layer));
        return trainer.Layers[layer].Statistics(SupervisedState.Part(trainer.Weights, layer));
    }

    public StepTrace? Trace(int pair)
    {
        if (!trainer.HasBatch)
        {
            return null;
        }

        var image = pair % trainer.Rows.Batch;
        var example = Example(image);
        return new StepTrace(trainer.Course.CompletedSteps, image, trainer.Rows.Batch, trainer.HiddenUpdate.LearningRate, example,
        [
            .. trainer.Layers.Select((layer, i) => new LayerTracer
            {
                Layer = layer,
                Rule = trainer.Options.Rule,
                Positive = trainer.Rows.FirstPositive + image,
                Negative = image,
                Update = trainer.HiddenUpdate,
                ForwardAgain = z => SupervisedForward.Again(trainer, i, image, example, z),
                UnitOf = unit => (SupervisedForward.Field(trainer.Weights, i, unit), SupervisedForward.Field(trainer.Velocity, i, unit)),
            }.Trace(trainer.Products.Workers)),
        ]);
    }

    private ExamplePair Example(int image) => new(
        trainer.Images.Shape,
        Picture(trainer.Batch, image, trainer.Codes[trainer.Rows.FirstPositive + image]),
        Picture(trainer.Batch, image, trainer.Codes[image]),
        trainer.Batch.Labels[image],
        trainer.Codes[image],
        trainer.Chances[image],
        [.. trainer.Layers.Select(layer => layer.Activities.Goodness[trainer.Rows.FirstPositive + image])],
        [.. trainer.Layers.Select(layer => layer.Activities.Goodness[image])],
        new Dictionary<string, float[]>());

    private float[] Picture(LabelledBatch batch, int image, int code)
    {
        var picture = new float[trainer.Images.Shape.Values];
        var labelPixels = picture.Length - batch.Images.Columns;
        LabelCodes.Write(code, trainer.Options.LabelStrength, picture.AsSpan(0, labelPixels));
        batch.Images.Row(image).CopyTo(picture.AsSpan(labelPixels));
        return picture;
    }
}
