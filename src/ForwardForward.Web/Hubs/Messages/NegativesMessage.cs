using System.Runtime.CompilerServices;
using ForwardForward.Learning.Readings;
using ForwardForward.Runs;
using ForwardForward.Web.Endpoints.Requests;
using MessagePack;

namespace ForwardForward.Web.Hubs.Messages;

/// <summary>Positive and negative examples of one moment.</summary>
/// <param name="Version">Grows with every reading of the run.</param>
/// <param name="Step">Mini-batches done.</param>
/// <param name="Pairs">The examples.</param>
[MessagePackObject]
public sealed record NegativesMessage(
    [property: Key("version")] long Version,
    [property: Key("step")] long Step,
    [property: Key("pairs")] PairMessage[] Pairs)
{
    // Viewers share readings, so they share messages too.
    private static readonly ConditionalWeakTable<NegativeExamples, NegativesMessage> Written = [];

    /// <summary>The message for a reading.</summary>
    public static NegativesMessage From(NegativeExamples examples) => Written.GetValue(examples, Write);

    private static NegativesMessage Write(NegativeExamples examples) => new(examples.Version, examples.Step, [.. examples.Pairs.Select(PairMessage.From)]);
}

/// <summary>A positive example beside its negative. Pictures are a byte a pixel, 0 (background) to 255 (ink); binary in MessagePack, base64 in JSON.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Positive">The positive, label pixels included, <c>[height * width]</c>.</param>
/// <param name="Negative">The negative, likewise.</param>
/// <param name="PositiveLabel">The true label; null where labels play no part.</param>
/// <param name="NegativeLabel">The wrong label in the negative; null where labels play no part.</param>
/// <param name="NegativeProbability">With what probability the wrong label was drawn; null where labels play no part.</param>
/// <param name="PositiveGoodness">Goodness per layer.</param>
/// <param name="NegativeGoodness">Goodness per layer.</param>
/// <param name="Parts">Named pictures that the negative was made of.</param>
[MessagePackObject]
public sealed record PairMessage(
    [property: Key("width")] int Width,
    [property: Key("height")] int Height,
    [property: Key("positive")] byte[] Positive,
    [property: Key("negative")] byte[] Negative,
    [property: Key("positiveLabel")] int? PositiveLabel,
    [property: Key("negativeLabel")] int? NegativeLabel,
    [property: Key("negativeProbability")] float? NegativeProbability,
    [property: Key("positiveGoodness")] float?[] PositiveGoodness,
    [property: Key("negativeGoodness")] float?[] NegativeGoodness,
    [property: Key("parts")] Dictionary<string, byte[]> Parts)
{
    /// <summary>The message for a pair.</summary>
    public static PairMessage From(ExamplePair pair) => new(
        pair.Width,
        pair.Height,
        Ink(pair.Positive),
        Ink(pair.Negative),
        pair.PositiveLabel,
        pair.NegativeLabel,
        pair.NegativeProbability is { } probability && float.IsFinite(probability) ? probability : null,
        Finite.OrNull(pair.PositiveGoodness),
        Finite.OrNull(pair.NegativeGoodness),
        pair.Parts.ToDictionary(part => part.Key, part => Ink(part.Value)));

    private static byte[] Ink(float[] pixels) => Array.ConvertAll(pixels, pixel => (byte)Math.Clamp(MathF.Round(pixel * 255), 0, 255));
}
