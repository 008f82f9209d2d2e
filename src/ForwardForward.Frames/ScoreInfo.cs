namespace ForwardForward.Frames;

/// <summary>A measure that an evaluation finds on a split, declared once.</summary>
/// <param name="Name">Name of the measure without its split, such as <c>goodness-error</c>.</param>
/// <param name="Title">Name for people, such as "Error by goodness".</param>
/// <param name="Unit">Its unit: "%" for error rates, "bits", "nats".</param>
/// <param name="LowerIsBetter">Which way is better.</param>
/// <param name="IsThorough">Whether it is measured by the slower procedure only.</param>
public sealed record ScoreInfo(string Name, string Title, string Unit = "%", bool LowerIsBetter = true, bool IsThorough = false);
