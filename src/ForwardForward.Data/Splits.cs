namespace ForwardForward.Data;

/// <summary>The three parts that an experiment sees: nothing is ever chosen on <see cref="Test"/>.</summary>
/// <typeparam name="T">A set of examples.</typeparam>
/// <param name="Origin">Where the examples come from.</param>
/// <param name="Train">Examples that weights learn from (MNIST: the first 50,000 of the training file).</param>
/// <param name="Validation">Examples that settings are chosen on (MNIST: the last 10,000 of the training file).</param>
/// <param name="Test">Examples that only reported scores are taken from (MNIST: the official 10,000).</param>
public sealed record Splits<T>(DataOrigin Origin, T Train, T Validation, T Test);
