using System.Numerics.Tensors;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Readings;
using ForwardForward.Numerics;

namespace ForwardForward.Learning.Backprop;

/// <summary>What there is to see of a backprop trainer.</summary>
internal sealed class BackpropReadings : ILayerReadings
{
    private readonly BackpropTrainer _trainer;
    private readonly IReadOnlyList<DenseLayer> _pictured;

    public BackpropReadings(BackpropTrainer trainer)
    {
        _trainer = trainer;
        var hidden = trainer.Net.Trained.SkipLast(1).ToList();

        // A convolution's weights are a picture of its field; what lies above it sees no picture.
        _pictured = [.. hidden.Take(trainer.Options.Channels.Count == 0 ? int.MaxValue : 1).Select(layer => layer.Parameters.Weights)];
        Layers = [.. hidden.Select((layer, i) => Describe(layer, i < _pictured.Count))];
    }

    public IReadOnlyList<LayerDescription> Layers { get; }

    public void CopyReceptiveFields(int layer, int firstUnit, int count, Span<float> destination) =>
        ReceptiveFields.Copy(_pictured, _trainer.Products, layer, firstUnit, count, destination);

    public IActivationReader ReadActivations(int layer)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)layer, (uint)Layers.Count, nameof(layer));
        return new ActivationReader(_trainer.Copy(), layer);
    }

    /// <summary>None: backprop knows no negative data.</summary>
    public IReadOnlyList<ExamplePair> CopyExamples(int count) => [];

    public LayerStatistics MeasureLayer(int layer)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)layer, (uint)Layers.Count, nameof(layer));
        var trained = _trainer.Net.Trained[layer];
        var activeRows = new int[Layers[layer].Units];
        for (var row = 0; row < trained.Activities.Rows; row++)
        {
            var activities = trained.Activities.Row(row);
            for (var unit = 0; unit < activities.Length; unit++)
            {
                activeRows[unit] += activities[unit] != 0 ? 1 : 0;
            }
        }

        using var weights = new Matrix(trained.Parameters.Weights.Inputs, trained.Parameters.Weights.Units);
        trained.Parameters.Weights.GetWeights(weights);
        return new LayerStatistics(
            [],
            [],
            (float)(activeRows.Sum(rows => (double)rows) / ((double)trained.Activities.Rows * activeRows.Length)),
            activeRows.Count(rows => rows == 0),
            activeRows.Count(rows => rows == trained.Activities.Rows),
            MathF.Sqrt(TensorPrimitives.SumOfSquares<float>(weights.Values) / weights.Values.Length));
    }

    private LayerDescription Describe(ITrainedLayer layer, bool hasPicture)
    {
        var (options, shape) = (_trainer.Options, _trainer.Images.Shape);
        var (width, height) = !hasPicture ? (0, 0) : options.Channels.Count > 0 ? (options.FieldSide, options.FieldSide) : (shape.Width, shape.Height);
        return new LayerDescription(layer.Name, layer.Parameters.Weights.Units, 0, width, height, 0, HasGoodness: false)
        {
            FieldChannels = hasPicture ? shape.Channels : 1,
        };
    }
}
