using System.Numerics.Tensors;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Readings;
using ForwardForward.Numerics;

namespace ForwardForward.Learning.Recurrent;

/// <summary>What there is to see of a recurrent trainer.</summary>
internal sealed class RecurrentReadings(RecurrentTrainer trainer) : ILayerReadings
{
    public IReadOnlyList<LayerDescription> Layers { get; } =
    [
        .. trainer.Layers.Select((layer, i) => new LayerDescription(
            $"layer {i + 1}", layer.Units, trainer.Options.Rule.ShownThreshold(layer.Units), trainer.Images.Shape.Width, trainer.Images.Shape.Height, 0)
            {
                FieldChannels = trainer.Images.Shape.Channels,
                Grid = LayerShape.Grids(trainer.Options.Layers, trainer.Images.Shape)[i],
            }),
    ];

    public void CopyReceptiveFields(int layer, int firstUnit, int count, Span<float> destination) =>
        ReceptiveFields.Copy(trainer.Weights.Up, trainer.Products, layer, firstUnit, count, destination);

    public IActivationReader ReadActivations(int layer)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)layer, (uint)Layers.Count, nameof(layer));
        var model = new RecurrentModel(trainer.Weights, trainer.Options, trainer.Products, RecurrentModel.LargeBatch, triesLabels: false, 0);
        return new ActivationReader(model, layer, trainer.Weights.Up[layer].UnitShownAt);
    }

    /// <summary>Both rows of a pair show the same picture, since what tells them apart is the label at the top.</summary>
    public IReadOnlyList<ExamplePair> CopyExamples(int count) =>
        trainer.HasBatch ? [.. Enumerable.Range(0, Math.Clamp(count, 0, trainer.Rows.Batch)).Select(Example)] : [];

    public LayerStatistics MeasureLayer(int layer)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)layer, (uint)Layers.Count, nameof(layer));
        var up = trainer.Weights.Up[layer];
        using var weights = new Matrix(up.WeightRows, up.WeightColumns);
        up.GetWeights(weights);
        return trainer.Layers[layer].Statistics(MathF.Sqrt(TensorPrimitives.SumOfSquares<float>(weights.Values) / weights.Values.Length));
    }

    private ExamplePair Example(int image)
    {
        var picture = new float[trainer.Images.Shape.Values];
        Ink.ToShares(trainer.Images.Image(trainer.Order.Batch(trainer.Course.CompletedSteps - 1)[image]), picture);
        return new ExamplePair(
            trainer.Images.Shape,
            picture,
            picture,
            trainer.Batch.Labels[image],
            trainer.Codes[image],
            trainer.Chances[image],
            [.. trainer.Layers.Select(layer => layer.Goodness[trainer.Rows.FirstPositive + image])],
            [.. trainer.Layers.Select(layer => layer.Goodness[image])],
            new Dictionary<string, float[]>());
    }
}
