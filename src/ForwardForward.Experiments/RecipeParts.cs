namespace ForwardForward.Experiments;

/// <summary>Which images, and how many.</summary>
/// <param name="Set"><c>mnist</c> (with synthetic digits in its place where MNIST cannot be had), <c>synthetic-digits</c>, or <c>handwriting</c> (MNIST with drawn digits).</param>
/// <param name="TrainCount">Training images used, from the front.</param>
/// <param name="ValidationCount">Validation images used.</param>
/// <param name="TestCount">Test images used.</param>
public sealed record DataSettings(string Set, int TrainCount, int ValidationCount, int TestCount);

/// <summary>The hidden layers.</summary>
/// <param name="HiddenUnits">Units of every hidden layer, bottom first; those of every location of it where fields are local.</param>
/// <param name="Activation">Name in the activation catalog.</param>
public sealed record NetworkSettings(IReadOnlyList<int> HiddenUnits, string Activation)
{
    /// <summary>Locations of the layer below along a side of a local field, for every hidden layer; empty where units see everything.</summary>
    public IReadOnlyList<int> FieldSizes { get; init; } = [];

    /// <summary>Locations of the layer below from one local field to the next, likewise.</summary>
    public IReadOnlyList<int> FieldStrides { get; init; } = [];

    /// <summary>Channels of every convolutional layer in front of the hidden layers, bottom first; empty where there are none.</summary>
    public IReadOnlyList<int> Channels { get; init; } = [];
}

/// <summary>The learning procedure and its constants; names are those of the catalogs in Learning.</summary>
public sealed record TrainerSettings
{
    /// <summary>Name of the trainer, such as <c>supervised</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the goodness.</summary>
    public string Goodness { get; init; } = "sum-of-squares";

    /// <summary>Name of the local loss.</summary>
    public string Loss { get; init; } = "logistic";

    /// <summary>Name of the source of negatives.</summary>
    public string Negatives { get; init; } = "hard-labels";

    /// <summary>Threshold as a multiple of the number of units.</summary>
    public float ThresholdPerUnit { get; init; } = 1;

    /// <summary>Images in a mini-batch.</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>Learning rate of the hidden layers (Hinton's epsilon).</summary>
    public float LearningRate { get; init; } = 0.01f;

    /// <summary>Share of the old velocity that stays (Hinton's delay).</summary>
    public float Smoothing { get; init; } = 0.9f;

    /// <summary>Weight decay of the hidden layers, inside the learning rate.</summary>
    public float WeightDecay { get; init; } = 0.001f;

    /// <summary>Learning rate of the softmax head.</summary>
    public float HeadLearningRate { get; init; } = 0.1f;

    /// <summary>Weight decay of the softmax head.</summary>
    public float HeadWeightDecay { get; init; } = 0.003f;

    /// <summary>Strength of the peer normalisation (lambda of the released code); 0 is off.</summary>
    public float PeerStrength { get; init; } = 0.03f;

    /// <summary>Value of the label pixel that is on.</summary>
    public float LabelStrength { get; init; } = 1;

    /// <summary>How often the random bits of a hybrid's mask are blurred.</summary>
    public int Blurs { get; init; } = 3;

    /// <summary>Into how many blocks each hidden layer is cut, each with a goodness of its own.</summary>
    public int Blocks { get; init; } = 1;

    /// <summary>Pixels by which an image is moved at most, each way, afresh in every epoch; 0 is off.</summary>
    public int Jitter { get; init; }

    /// <summary>Iterations of a recurrent net.</summary>
    public int Iterations { get; init; } = 8;

    /// <summary>Share of its old activity that a unit of a recurrent net keeps in an iteration.</summary>
    public float Damping { get; init; } = 0.3f;

    /// <summary>First iteration, from 1, that a recurrent net learns on.</summary>
    public int FirstTrained { get; init; } = 1;

    /// <summary>Last iteration that a recurrent net learns on.</summary>
    public int LastTrained { get; init; } = 8;

    /// <summary>First iteration whose goodness counts when a recurrent net classifies.</summary>
    public int FirstScored { get; init; } = 3;

    /// <summary>Last iteration whose goodness counts.</summary>
    public int LastScored { get; init; } = 5;

    /// <summary>Share of the hidden values that a step of backprop leaves out.</summary>
    public float Dropout { get; init; }

    /// <summary>Share of the pixels that a step leaves out.</summary>
    public float InputDropout { get; init; }

    /// <summary>Share of backprop's target that goes to all labels alike.</summary>
    public float LabelSmoothing { get; init; }

    /// <summary>Variance of the initial hidden weights of a backprop net, times the inputs of a unit.</summary>
    public float InitialGain { get; init; } = 2;
}

/// <summary>How long, and how the learning rate falls.</summary>
/// <param name="Epochs">Passes over the training images.</param>
/// <param name="Name">Name of the schedule in Learning, such as <c>half-constant-half-linear</c>.</param>
public sealed record ScheduleSettings(int Epochs, string Name);

/// <summary>When errors are counted.</summary>
/// <param name="EveryEpochs">Validation errors are counted after every so many epochs, and after the last.</param>
/// <param name="GoodnessEveryEpochs">The slower count by goodness of every label, likewise.</param>
public sealed record EvaluationSettings(int EveryEpochs, int GoodnessEveryEpochs);
