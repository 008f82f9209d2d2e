namespace ForwardForward.Frames;

/// <summary>A layer that a reading can be asked about.</summary>
/// <param name="Name">Name for people, such as "layer 1".</param>
/// <param name="Units">Its units: what first and count choose from.</param>
/// <param name="Shape">Shape of a unit's picture; null where the reading shows no picture of single units.</param>
public sealed record ReadingLayer(string Name, int Units, ImageShape? Shape = null);
