namespace ForwardForward.Learning.Trainers;

/// <summary>One positive example of the last batch beside its negative, with what every layer thought of them.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Positive">Pixels in [0, 1] as the network got them before normalisation, label pixels included: <c>[height * width]</c>.</param>
/// <param name="Negative">The negative, likewise.</param>
/// <param name="PositiveLabel">The true label; null where labels play no part.</param>
/// <param name="NegativeLabel">The wrong label written into the negative; null where labels play no part.</param>
/// <param name="NegativeProbability">With what probability the wrong label was drawn; null where labels play no part.</param>
/// <param name="PositiveGoodness">Goodness per layer.</param>
/// <param name="NegativeGoodness">Goodness per layer.</param>
/// <param name="Parts">Named pictures the negative was made of, such as "digit A", "digit B" and "mask"; empty where there are none.</param>
public sealed record ExamplePair(
    int Width,
    int Height,
    float[] Positive,
    float[] Negative,
    int? PositiveLabel,
    int? NegativeLabel,
    float? NegativeProbability,
    float[] PositiveGoodness,
    float[] NegativeGoodness,
    IReadOnlyDictionary<string, float[]> Parts);
