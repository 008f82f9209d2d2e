using ForwardForward.Frames;
using ForwardForward.Learning.Goodness;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Losses;
using ForwardForward.Learning.Strategies;

namespace ForwardForward.Learning.Trainers;

/// <summary>What every Forward-Forward trainer is told: by which rule its layers learn. The usual values are those of Hinton's released code.</summary>
public abstract record LayerwiseSettings : NetworkSettings
{
    /// <summary>What a layer makes high for positive rows.</summary>
    [Setting("Goodness", "What a layer makes high for positive examples and low for negative ones.")]
    public IGoodness Goodness { get; init; } = new SumOfSquares();

    /// <summary>What a layer minimises.</summary>
    [Setting("Local loss", "What a layer minimises.")]
    public ILocalLoss Loss { get; init; } = new LogisticLoss();

    /// <summary>Threshold as a multiple of a layer's units.</summary>
    [Setting("Threshold", "Goodness at which a layer finds positive and negative equally likely.", 0, 100, Unit = "x units", IsMain = true)]
    public float ThresholdPerUnit { get; init; } = 1;

    /// <summary>Into how many blocks a layer is cut, each deciding positive or negative by itself (paper, section 6); it divides the units of every layer.</summary>
    [Setting("Blocks", "Into how many blocks of units a layer is cut, each telling positive from negative by itself; it must divide the units of every layer.", 1, 1000, Unit = "blocks")]
    public int Blocks { get; init; } = 1;

    /// <summary>Learning rate of the softmax head.</summary>
    [Setting("Learning rate of the softmax", "How far a step moves the weights of the softmax head.", 0, 10, IsLogarithmic = true)]
    public float HeadLearningRate { get; init; } = 0.1f;

    /// <summary>Weight decay of the softmax head.</summary>
    [Setting("Weight decay of the softmax", "Share of a softmax weight that a step takes off, inside its learning rate.", 0, 1, IsLogarithmic = true)]
    public float HeadWeightDecay { get; init; } = 0.003f;

    /// <summary>Which exact savings are made; no setting, since they change nothing but the time.</summary>
    public ExactShortcuts Savings { get; init; } = new();

    /// <inheritdoc/>
    public override bool HasLayerGoodness => true;

    /// <inheritdoc/>
    public override string? Conflict(IReadOnlyCollection<string> named, ImageShape images) =>
        base.Conflict(named, images) ?? BlockConflict(images) ?? ThresholdConflict(named);

    /// <summary>How every hidden layer learns.</summary>
    internal virtual LayerRule Rule => new(Activation, Goodness, Loss, ThresholdPerUnit, 0, Savings.SkipSilentRows, Blocks);

    /// <summary>What is wrong with the blocks, if anything is.</summary>
    protected virtual string? BlockConflict(ImageShape images) => HiddenUnits.FirstOrDefault(units => units % Blocks != 0) is not 0 and var odd
        ? $"blocks must divide hiddenUnits; {Blocks} does not divide {odd}."
        : null;

    // Quietly ignoring it would leave somebody to wonder why nothing changes.
    private string? ThresholdConflict(IReadOnlyCollection<string> named) => named.Contains("thresholdPerUnit") && !Loss.UsesThreshold
        ? $"thresholdPerUnit means nothing with loss {Loss.Name}, which compares a positive with its own negative; it goes with loss {string.Join(" or ", Catalogs.Losses.All.Where(loss => loss.UsesThreshold).Select(loss => loss.Name))}."
        : null;
}
