namespace ForwardForward.Frames;

/// <summary>A part of the axis that is shaded, such as the iterations that count.</summary>
/// <param name="Name">What it is.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
public sealed record SeriesBand(string Name, double From, double To);
