using ForwardForward.Learning.Activations;
using ForwardForward.Learning.Goodness;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Losses;
using ForwardForward.Learning.Negatives;
using ForwardForward.Learning.Optimisation;

namespace ForwardForward.Learning.Supervised;

/// <summary>Everything that decides how the supervised trainer learns, apart from the images.</summary>
public sealed record SupervisedOptions
{
    /// <summary>Units of every hidden layer, bottom first.</summary>
    public required IReadOnlyList<int> HiddenUnits { get; init; }

    /// <summary>What a unit makes of its input.</summary>
    public IActivation Activation { get; init; } = new Relu();

    /// <summary>What a layer makes high for positive rows.</summary>
    public IGoodness Goodness { get; init; } = new SumOfSquares();

    /// <summary>What a layer minimises.</summary>
    public ILocalLoss Loss { get; init; } = new LogisticLoss();

    /// <summary>Where wrong labels come from.</summary>
    public INegativeLabels Negatives { get; init; } = new HardLabels();

    /// <summary>How the learning rates fall.</summary>
    public ISchedule Schedule { get; init; } = new HalfConstantHalfLinear();

    /// <summary>Passes over the training images.</summary>
    public int Epochs { get; init; } = 100;

    /// <summary>Images of a batch: as many positive rows, and as many neutral ones.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>Threshold as a multiple of a layer's units.</summary>
    public float ThresholdPerUnit { get; init; } = 1;

    /// <summary>Learning rate of the hidden layers.</summary>
    public float LearningRate { get; init; } = 0.01f;

    /// <summary>Share of the old velocity that stays.</summary>
    public float Smoothing { get; init; } = 0.9f;

    /// <summary>Weight decay of the hidden layers, inside the learning rate; biases have none.</summary>
    public float WeightDecay { get; init; } = 0.001f;

    /// <summary>Learning rate of the softmax head.</summary>
    public float HeadLearningRate { get; init; } = 0.1f;

    /// <summary>Weight decay of the softmax head.</summary>
    public float HeadWeightDecay { get; init; } = 0.003f;

    /// <summary>Strength of the peer normalisation; 0 is off.</summary>
    public float PeerStrength { get; init; } = 0.03f;

    /// <summary>Value of the label pixel that is on; a neutral row has a tenth of it in each of ten.</summary>
    public float LabelStrength { get; init; } = 1;

    /// <summary>By how many pixels an image is moved at most, each way, afresh in every epoch; 0 is off.</summary>
    public int Jitter { get; init; }

    /// <summary>Into how many blocks a layer is cut, each deciding positive or negative by itself (paper, section 6); it divides the units of every layer.</summary>
    public int Blocks { get; init; } = 1;

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Which exact savings are made.</summary>
    public Savings Savings { get; init; } = new();

    internal LayerRule Rule => new(Activation, Goodness, Loss, ThresholdPerUnit, PeerStrength, Savings.SkipSilentRows, Blocks);
}
