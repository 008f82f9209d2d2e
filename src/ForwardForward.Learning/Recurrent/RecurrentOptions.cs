using ForwardForward.Learning.Goodness;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Negatives;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Recurrent;

/// <summary>Everything that decides how the recurrent trainer learns, apart from the images.</summary>
public sealed record RecurrentOptions : LayerwiseOptions
{
    /// <summary>The usual values: positive data gets little activity ("min ssq"), which the paper found to work a little better in places.</summary>
    public RecurrentOptions() => (Goodness, Epochs) = (new NegativeSumOfSquares(), 60);

    /// <summary>Units of every hidden layer, bottom first; those of one location where its fields are local.</summary>
    public required IReadOnlyList<int> HiddenUnits { get; init; }

    /// <summary>What the units of every layer see of the layer below, bottom first, and so who hears them; null, or none at all, for everything.</summary>
    public IReadOnlyList<LocalField?> Fields { get; init; } = [];

    /// <summary>Where wrong labels come from.</summary>
    public INegativeLabels Negatives { get; init; } = new HardLabels();

    /// <summary>The hidden layers, bottom first.</summary>
    internal IReadOnlyList<LayerShape> Layers => [.. HiddenUnits.Select((units, i) => new LayerShape(units, i < Fields.Count ? Fields[i] : null))];

    /// <summary>Synchronous iterations after the bottom-up pass.</summary>
    public int Iterations { get; init; } = 8;

    /// <summary>Share of the old activity that stays in an iteration.</summary>
    public float Damping { get; init; } = 0.3f;

    /// <summary>First and last iteration, from 1, that the layers learn on; gradients are averaged over them.</summary>
    public (int First, int Last) Trained { get; init; } = (1, 8);

    /// <summary>First and last iteration whose goodness is averaged to classify.</summary>
    public (int First, int Last) Scored { get; init; } = (3, 5);
}
