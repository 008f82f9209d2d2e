using ForwardForward.Learning.Activations;
using ForwardForward.Learning.Goodness;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Losses;
using ForwardForward.Learning.Negatives;
using ForwardForward.Learning.Optimisation;

namespace ForwardForward.Learning.Recurrent;

/// <summary>Everything that decides how the recurrent trainer learns, apart from the images.</summary>
public sealed record RecurrentOptions
{
    /// <summary>Units of every hidden layer, bottom first.</summary>
    public required IReadOnlyList<int> HiddenUnits { get; init; }

    /// <summary>What a unit makes of its input.</summary>
    public IActivation Activation { get; init; } = new Relu();

    /// <summary>What a layer makes high for positive rows.</summary>
    public IGoodness Goodness { get; init; } = new NegativeSumOfSquares();

    /// <summary>What a layer minimises.</summary>
    public ILocalLoss Loss { get; init; } = new LogisticLoss();

    /// <summary>Where wrong labels come from.</summary>
    public INegativeLabels Negatives { get; init; } = new HardLabels();

    /// <summary>Synchronous iterations after the bottom-up pass.</summary>
    public int Iterations { get; init; } = 8;

    /// <summary>Share of the old activity that stays in an iteration.</summary>
    public float Damping { get; init; } = 0.3f;

    /// <summary>First and last iteration, from 1, that the layers learn on; gradients are averaged over them.</summary>
    public (int First, int Last) Trained { get; init; } = (1, 8);

    /// <summary>First and last iteration whose goodness is averaged to classify.</summary>
    public (int First, int Last) Scored { get; init; } = (3, 5);

    /// <summary>How the learning rates fall.</summary>
    public ISchedule Schedule { get; init; } = new HalfConstantHalfLinear();

    /// <summary>Passes over the training images.</summary>
    public int Epochs { get; init; } = 60;

    /// <summary>Images of a batch.</summary>
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

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Whether rows that a layer is certain of take no part in gradients.</summary>
    public bool SkipSilentRows { get; init; } = true;

    /// <summary>How every hidden layer learns.</summary>
    internal LayerRule Rule => new(Activation, Goodness, Loss, ThresholdPerUnit, 0, SkipSilentRows);
}
