namespace ForwardForward.Learning.Trainers;

/// <summary>A layer as settings name it, before there is one.</summary>
/// <param name="Kind">What its units see.</param>
/// <param name="Units">Units; those of one location where fields are local, channels where weights are shared.</param>
public readonly record struct LayerOutline(LayerKind Kind, int Units);

/// <summary>What the units of a layer see.</summary>
public enum LayerKind
{
    /// <summary>Everything below.</summary>
    Dense,

    /// <summary>The surroundings of their own location, each with weights of its own.</summary>
    Local,

    /// <summary>The surroundings of their own location, with weights that all locations share.</summary>
    Convolution,
}
