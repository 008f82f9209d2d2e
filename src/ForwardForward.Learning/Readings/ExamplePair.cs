using ForwardForward.Frames;

namespace ForwardForward.Learning.Readings;

/// <summary>One positive example of the last batch beside its negative, with what every layer thought of them.</summary>
/// <param name="Shape">Shape of either.</param>
/// <param name="Positive">Pixels in [0, 1] as the network got them before normalisation, label pixels included: <c>[height, width, channels]</c>.</param>
/// <param name="Negative">The negative, likewise.</param>
/// <param name="PositiveLabel">The true label; null where labels play no part.</param>
/// <param name="NegativeLabel">The wrong label written into the negative; null where labels play no part.</param>
/// <param name="NegativeProbability">With what probability the wrong label was drawn; null where labels play no part.</param>
/// <param name="PositiveGoodness">Goodness per layer.</param>
/// <param name="NegativeGoodness">Goodness per layer.</param>
/// <param name="Parts">Named pictures the negative was made of, such as "digit A", "digit B" and "mask", which has one value for every location; empty where there are none.</param>
public sealed record ExamplePair(
    ImageShape Shape,
    float[] Positive,
    float[] Negative,
    int? PositiveLabel,
    int? NegativeLabel,
    float? NegativeProbability,
    float[] PositiveGoodness,
    float[] NegativeGoodness,
    IReadOnlyDictionary<string, float[]> Parts)
{
    /// <summary>Pixels in a row.</summary>
    public int Width => Shape.Width;

    /// <summary>Rows of pixels.</summary>
    public int Height => Shape.Height;
}
