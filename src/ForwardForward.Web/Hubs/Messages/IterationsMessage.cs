using ForwardForward.Runs;
using ForwardForward.Web.Endpoints.Requests;
using MessagePack;

namespace ForwardForward.Web.Hubs.Messages;

/// <summary>How each label fares while a recurrent net settles on one digit.</summary>
/// <param name="Version">Grows with every reading of the run.</param>
/// <param name="Step">Mini-batches done.</param>
/// <param name="Digit">Number of the test digit; null when it is one of the present batch.</param>
/// <param name="Label">The digit's label.</param>
/// <param name="Verdict">The label of the highest goodness over the scored iterations.</param>
/// <param name="FirstScored">First iteration, from 1, whose goodness counts.</param>
/// <param name="LastScored">Last iteration whose goodness counts.</param>
/// <param name="Width">Width of the digit.</param>
/// <param name="Height">Height of the digit.</param>
/// <param name="Pixels">The digit, 0 (background) to 255 (ink); binary in MessagePack, base64 in JSON.</param>
/// <param name="Goodness">Goodness after every iteration, added up over the hidden layers, <c>[iterations][labels]</c>.</param>
[MessagePackObject]
public sealed record IterationsMessage(
    [property: Key("version")] long Version,
    [property: Key("step")] long Step,
    [property: Key("digit")] int? Digit,
    [property: Key("label")] int Label,
    [property: Key("verdict")] int Verdict,
    [property: Key("firstScored")] int FirstScored,
    [property: Key("lastScored")] int LastScored,
    [property: Key("width")] int Width,
    [property: Key("height")] int Height,
    [property: Key("pixels")] byte[] Pixels,
    [property: Key("goodness")] float?[][] Goodness)
{
    /// <summary>The message for a reading.</summary>
    public static IterationsMessage From(LabelIterations found) => new(
        found.Version, found.Step, found.Digit, found.Label, found.Verdict, found.FirstScored, found.LastScored,
        found.Width, found.Height, found.Pixels, Array.ConvertAll(found.Goodness, Finite.OrNull));
}
