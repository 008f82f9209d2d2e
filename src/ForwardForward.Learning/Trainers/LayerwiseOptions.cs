using ForwardForward.Learning.Activations;
using ForwardForward.Learning.Goodness;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Losses;
using ForwardForward.Learning.Optimisation;

namespace ForwardForward.Learning.Trainers;

/// <summary>What every Forward-Forward trainer is told: by which rule its layers learn, how fast, and for how long. The usual values are those of Hinton's released code.</summary>
public abstract record LayerwiseOptions
{
    /// <summary>What a unit makes of its input.</summary>
    public IActivation Activation { get; init; } = new Relu();

    /// <summary>What a layer makes high for positive rows.</summary>
    public IGoodness Goodness { get; init; } = new SumOfSquares();

    /// <summary>What a layer minimises.</summary>
    public ILocalLoss Loss { get; init; } = new LogisticLoss();

    /// <summary>Threshold as a multiple of a layer's units.</summary>
    public float ThresholdPerUnit { get; init; } = 1;

    /// <summary>Strength of the peer normalisation; 0 is off.</summary>
    public float PeerStrength { get; init; }

    /// <summary>Into how many blocks a layer is cut, each deciding positive or negative by itself (paper, section 6); it divides the units of every layer.</summary>
    public int Blocks { get; init; } = 1;

    /// <summary>How the learning rates fall.</summary>
    public ISchedule Schedule { get; init; } = new HalfConstantHalfLinear();

    /// <summary>Passes over the training images.</summary>
    public int Epochs { get; init; } = 100;

    /// <summary>Images of a batch: as many positive rows, with their negatives.</summary>
    public int BatchSize { get; init; } = 100;

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

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Which exact savings are made.</summary>
    public ExactShortcuts Savings { get; init; } = new();

    /// <summary>How every hidden layer learns.</summary>
    internal LayerRule Rule => new(Activation, Goodness, Loss, ThresholdPerUnit, PeerStrength, Savings.SkipSilentRows, Blocks);
}
