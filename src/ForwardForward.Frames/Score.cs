namespace ForwardForward.Frames;

/// <summary>What an evaluation found, by name.</summary>
/// <param name="Name">Split and measure, such as <c>test/goodness-error</c> or <c>validation/bits-per-character</c>.</param>
/// <param name="Value">The value, in the unit that its <see cref="ScoreInfo"/> names.</param>
public readonly record struct Score(string Name, double Value);
