namespace ForwardForward.Learning.Readings;

/// <summary>What there is to see of a trainer's layers and of its last batch; read between two steps. Nothing here takes part in learning.</summary>
public interface ILayerReadings
{
    /// <summary>The hidden layers, bottom first.</summary>
    IReadOnlyList<LayerDescription> Layers { get; }

    /// <summary>
    /// Writes the receptive fields of units <paramref name="firstUnit"/>... of a layer, one row a unit: <c>[count, field width * height]</c>. Where
    /// fields are local, one unit of every location follows another.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer or unit.</exception>
    void CopyReceptiveFields(int layer, int firstUnit, int count, Span<float> destination);

    /// <summary>Begins to read what the units of a layer answer to images, with its weights as they are; to be disposed of before the next step.</summary>
    /// <param name="layer">Layer, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    IActivationReader ReadActivations(int layer);

    /// <summary>Positive and negative examples of the last batch, at most <paramref name="count"/>; none before the first step, and none where there are no negatives.</summary>
    IReadOnlyList<ExamplePair> CopyExamples(int count);

    /// <summary>Statistics of one layer on the last batch, for histograms and shares of active units.</summary>
    LayerStatistics MeasureLayer(int layer);

    /// <summary>
    /// What every layer did with one pair of the last batch; null before the first step, and where a batch does not go upwards layer by layer.
    /// </summary>
    /// <param name="pair">Which pair of the batch, from 0; beyond the last one it starts over.</param>
    StepTrace? Trace(int pair) => null;
}
