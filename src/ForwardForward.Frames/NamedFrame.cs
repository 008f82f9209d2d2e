namespace ForwardForward.Frames;

/// <summary>A frame of a group.</summary>
/// <param name="Name">What it is, such as "layer 1".</param>
/// <param name="Frame">The frame.</param>
public sealed record NamedFrame(string Name, Frame Frame);
