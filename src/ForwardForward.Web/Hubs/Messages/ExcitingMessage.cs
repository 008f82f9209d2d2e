using ForwardForward.Runs;
using MessagePack;

namespace ForwardForward.Web.Hubs.Messages;

/// <summary>The images that excite one unit most, loudest first.</summary>
/// <param name="Version">Grows with every reading of the run.</param>
/// <param name="Step">Mini-batches done.</param>
/// <param name="Layer">Layer, from 0.</param>
/// <param name="Unit">Position of the unit, as in the pictures of receptive fields.</param>
/// <param name="Width">Width of an image.</param>
/// <param name="Height">Height of an image.</param>
/// <param name="Images">The images; none for a unit that is silent.</param>
[MessagePackObject]
public sealed record ExcitingMessage(
    [property: Key("version")] long Version,
    [property: Key("step")] long Step,
    [property: Key("layer")] int Layer,
    [property: Key("unit")] int Unit,
    [property: Key("width")] int Width,
    [property: Key("height")] int Height,
    [property: Key("images")] ExcitingImageMessage[] Images)
{
    /// <summary>The message for a reading.</summary>
    public static ExcitingMessage From(ExcitingImages found) => new(
        found.Version, found.Step, found.Layer, found.Unit, found.Width, found.Height,
        [.. found.Images.Select(image => new ExcitingImageMessage(image.Index, image.Label, float.IsFinite(image.Activity) ? image.Activity : null, image.Pixels))]);
}

/// <summary>One of them.</summary>
/// <param name="Index">Its number in the validation split.</param>
/// <param name="Label">Its label.</param>
/// <param name="Activity">What the unit says to it.</param>
/// <param name="Pixels">0 (background) to 255 (ink); binary in MessagePack, base64 in JSON.</param>
[MessagePackObject]
public sealed record ExcitingImageMessage(
    [property: Key("index")] int Index, [property: Key("label")] int Label, [property: Key("activity")] float? Activity, [property: Key("pixels")] byte[] Pixels);
