namespace ForwardForward.Learning.Readings;

/// <summary>Nothing to see of layers: for a trainer whose readings are all its own.</summary>
internal sealed class NoLayerReadings : ILayerReadings
{
    /// <summary>The only one.</summary>
    public static NoLayerReadings Instance { get; } = new();

    public IReadOnlyList<LayerDescription> Layers => [];

    public void CopyReceptiveFields(int layer, int firstUnit, int count, Span<float> destination) => throw None(nameof(layer));

    public IActivationReader ReadActivations(int layer) => throw None(nameof(layer));

    public IReadOnlyList<ExamplePair> CopyExamples(int count) => [];

    public LayerStatistics MeasureLayer(int layer) => throw None(nameof(layer));

    private static ArgumentOutOfRangeException None(string layer) => new(layer, "This trainer has no layers to look into.");
}
