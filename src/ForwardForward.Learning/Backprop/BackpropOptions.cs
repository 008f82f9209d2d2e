using ForwardForward.Frames;
using ForwardForward.Learning.Activations;
using ForwardForward.Learning.Optimisation;

namespace ForwardForward.Learning.Backprop;

/// <summary>Everything that decides how a backprop net learns, apart from the images.</summary>
public sealed record BackpropOptions
{
    /// <summary>Channels of every convolutional layer, bottom first; none for a net that knows nothing of the image's geometry.</summary>
    public IReadOnlyList<int> Channels { get; init; } = [];

    /// <summary>Side of the square that a convolutional unit sees.</summary>
    public int FieldSide { get; init; } = 5;

    /// <summary>Units of every dense hidden layer, bottom first.</summary>
    public required IReadOnlyList<int> HiddenUnits { get; init; }

    /// <summary>What a hidden unit makes of its input.</summary>
    public IActivation Activation { get; init; } = new Relu();

    /// <summary>Share of the values below that a dense layer, other than the lowest of a net without convolutions, does not get to see in a step.</summary>
    public float Dropout { get; init; }

    /// <summary>Share of the pixels that a step leaves out.</summary>
    public float InputDropout { get; init; }

    /// <summary>Share of the target that goes to all labels alike instead of the true one.</summary>
    public float LabelSmoothing { get; init; }

    /// <summary>
    /// Variance of the initial hidden weights, times the inputs of a unit. 2 keeps the mean square of rectified layers (He et al. 2015); with less,
    /// what a net has learnt soon outweighs what it was given at random.
    /// </summary>
    public float InitialGain { get; init; } = 2;

    /// <summary>How the learning rate falls.</summary>
    public ISchedule Schedule { get; init; } = new HalfConstantHalfLinear();

    /// <summary>Passes over the training images.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>Images of a batch.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>Learning rate.</summary>
    public float LearningRate { get; init; } = 0.1f;

    /// <summary>Momentum: share of the old gradient that stays in the smoothed one.</summary>
    public float Smoothing { get; init; } = 0.9f;

    /// <summary>Weight decay, inside the learning rate; biases have none.</summary>
    public float WeightDecay { get; init; }

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many convolutions of the usual fields, each followed by pooling, fit images of a shape.</summary>
    public static int MostConvolutions(ImageShape shape)
    {
        var fieldSide = new BackpropOptions { HiddenUnits = [] }.FieldSide;
        var most = 0;
        for (shape = shape.Convolved(fieldSide, 1).Pooled(); shape.Width > 0 && shape.Height > 0; most++)
        {
            shape = shape.Convolved(fieldSide, 1).Pooled();
        }

        return most;
    }
}
