namespace ForwardForward.Learning.Trainers;

/// <summary>Work that is left out because it changes nothing but rounding. Each can be switched off for comparison.</summary>
/// <param name="SharedImageProduct">
/// The first layer multiplies every image once, for its positive, negative and neutral row, and likewise in its gradient.
/// </param>
/// <param name="SkipSilentRows">
/// Rows whose slope is at most <see cref="SilentSlope"/> take no part in gradients: the layer is certain of them, and what they add to a
/// weight is below the weight's rounding.
/// </param>
public sealed record ExactShortcuts(bool SharedImageProduct = true, bool SkipSilentRows = true)
{
    /// <summary>2^-24: half a unit in the last place of a probability near 1.</summary>
    public const float SilentSlope = 1f / (1 << 24);

    /// <summary>Nothing is saved: the plain algorithm.</summary>
    public static ExactShortcuts None { get; } = new(false, false);
}
