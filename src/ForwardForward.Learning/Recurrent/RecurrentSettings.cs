using ForwardForward.Frames;
using ForwardForward.Learning.Goodness;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Negatives;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Recurrent;

/// <summary>Everything that decides how the recurrent trainer learns, apart from the images (paper, section 3.4).</summary>
public sealed record RecurrentSettings : LayerwiseSettings
{
    /// <summary>The usual values: positive data gets little activity ("min ssq"), which the paper found to work a little better in places.</summary>
    public RecurrentSettings() => (Goodness, Epochs) = (new NegativeSumOfSquares(), 60);

    /// <summary>What the units of every layer see of the layer below, bottom first, and so who hears them; null, or none at all, for everything.</summary>
    public IReadOnlyList<LocalField?> Fields { get; init; } = [];

    /// <summary>Where wrong labels come from.</summary>
    [Setting("Negatives", "Where the wrong labels of negative examples come from.", IsMain = true)]
    public INegativeLabels Negatives { get; init; } = new HardLabels();

    /// <summary>Synchronous iterations after the bottom-up pass.</summary>
    [Setting("Iterations", "Times that all hidden layers hear their neighbours, after one pass from the bottom up.", 1, 50, IsMain = true)]
    public int Iterations { get; init; } = 8;

    /// <summary>Share of the old activity that stays in an iteration.</summary>
    [Setting("Damping", "Share of its old activity that a unit keeps in an iteration.", 0, 0.95, IsMain = true)]
    public float Damping { get; init; } = 0.3f;

    /// <summary>First iteration, from 1, that the layers learn on.</summary>
    [Setting("First trained iteration", "From which iteration on the layers learn.", 1, 50)]
    public int FirstTrained { get; init; } = 1;

    /// <summary>Last iteration that the layers learn on; gradients are averaged over all of them.</summary>
    [Setting("Last trained iteration", "Up to which iteration the layers learn.", 1, 50)]
    public int LastTrained { get; init; } = 8;

    /// <summary>First iteration whose goodness counts when the network classifies.</summary>
    [Setting("First scored iteration", "From which iteration on the goodness of a label counts.", 1, 50)]
    public int FirstScored { get; init; } = 3;

    /// <summary>Last iteration whose goodness counts; it is averaged over all of them.</summary>
    [Setting("Last scored iteration", "Up to which iteration the goodness of a label counts.", 1, 50)]
    public int LastScored { get; init; } = 5;

    /// <summary>Errors by the goodness of every label are counted after every so many epochs, and after the last.</summary>
    [Setting("Goodness every", "After how many epochs the slower count by the goodness of every label is made.", 1, 10_000, Group = SettingGroup.Evaluation, Unit = "epochs")]
    public int GoodnessEvery { get; init; } = 1;

    /// <summary>The hidden layers, bottom first.</summary>
    internal IReadOnlyList<LayerShape> Layers => [.. HiddenUnits.Select((units, i) => new LayerShape(units, i < Fields.Count ? Fields[i] : null))];

    /// <summary>First and last iteration that the layers learn on.</summary>
    public (int First, int Last) Trained
    {
        get => (FirstTrained, LastTrained);
        init => (FirstTrained, LastTrained) = value;
    }

    /// <summary>First and last iteration whose goodness is averaged to classify.</summary>
    public (int First, int Last) Scored
    {
        get => (FirstScored, LastScored);
        init => (FirstScored, LastScored) = value;
    }

    /// <inheritdoc/>
    public override int CountThoroughlyEvery => GoodnessEvery;

    /// <inheritdoc/>
    public override bool ClassifiesByGoodness => true;

    /// <inheritdoc/>
    public override (int First, int Last)? ScoredIterations => Scored;

    /// <inheritdoc/>
    public override string? WhyNot(string setting) => setting == "labelStrength" ? "which holds its label at the top, outside the image" : null;

    /// <inheritdoc/>
    public override string? Conflict(IReadOnlyCollection<string> named, ImageShape images) =>
        base.Conflict(named, images) ?? RangeConflict("Trained", Trained) ?? RangeConflict("Scored", Scored);

    private string? RangeConflict(string kind, (int First, int Last) range) =>
        range.First > range.Last ? $"first{kind} must be at most last{kind}, {range.Last}; got {range.First}."
        : range.Last > Iterations ? $"last{kind} must be at most iterations, {Iterations}; got {range.Last}."
        : null;
}
