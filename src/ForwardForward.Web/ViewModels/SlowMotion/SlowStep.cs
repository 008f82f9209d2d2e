namespace ForwardForward.Web.ViewModels.SlowMotion;

/// <summary>What happens in a step of slow motion.</summary>
public enum SlowPhase
{
    /// <summary>The pair is looked at.</summary>
    Batch,

    /// <summary>The positive row goes into a layer.</summary>
    Pass,

    /// <summary>Its goodness is measured.</summary>
    Goodness,

    /// <summary>Its activities are normalised.</summary>
    Normalise,

    /// <summary>The negative row goes through a layer, all at once.</summary>
    Negative,

    /// <summary>The layer changes its weights.</summary>
    Update,
}

/// <summary>One step of slow motion.</summary>
/// <param name="Phase">What happens.</param>
/// <param name="Layer">In which layer, from 0.</param>
public readonly record struct SlowStep(SlowPhase Phase, int Layer = 0)
{
    /// <summary>All steps of a network of so many layers, in the order in which they happen.</summary>
    public static IReadOnlyList<SlowStep> Of(int layers) =>
    [
        new(SlowPhase.Batch),
        .. Enumerable.Range(0, layers).SelectMany(layer => new SlowStep[] { new(SlowPhase.Pass, layer), new(SlowPhase.Goodness, layer), new(SlowPhase.Normalise, layer) }),
        .. Enumerable.Range(0, layers).Select(layer => new SlowStep(SlowPhase.Negative, layer)),
        .. Enumerable.Range(0, layers).Select(layer => new SlowStep(SlowPhase.Update, layer)),
    ];

    /// <summary>Its chapter.</summary>
    public string Chapter => Phase switch
    {
        SlowPhase.Batch => "One pair",
        SlowPhase.Pass or SlowPhase.Goodness or SlowPhase.Normalise => "Positive pass",
        SlowPhase.Negative => "Negative pass",
        _ => "Local update",
    };

    /// <summary>Its name within the chapter.</summary>
    public string Name => Phase switch
    {
        SlowPhase.Batch => "positive and negative",
        SlowPhase.Pass => $"into layer {Layer + 1}",
        SlowPhase.Goodness => "goodness",
        SlowPhase.Normalise => "normalise",
        _ => $"layer {Layer + 1}",
    };

    /// <summary>Whether the positive row has reached a layer.</summary>
    public bool HasPositive(int layer) => Phase switch
    {
        SlowPhase.Batch => false,
        SlowPhase.Negative or SlowPhase.Update => true,
        _ => layer <= Layer,
    };

    /// <summary>Whether the goodness of the positive row is known in a layer.</summary>
    public bool HasPositiveGoodness(int layer) => HasPositive(layer) && !(Phase == SlowPhase.Pass && layer == Layer);

    /// <summary>Whether the positive row's activities have been normalised in a layer.</summary>
    public bool IsNormalised(int layer) => HasPositiveGoodness(layer) && !(Phase == SlowPhase.Goodness && layer == Layer) && Phase != SlowPhase.Update;

    /// <summary>Whether the negative row has gone through a layer.</summary>
    public bool HasNegative(int layer) => Phase == SlowPhase.Update || (Phase == SlowPhase.Negative && layer <= Layer);
}
