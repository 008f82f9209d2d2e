using System.Runtime.CompilerServices;
using ForwardForward.Runs;
using MessagePack;

namespace ForwardForward.Web.Hubs.Messages;

/// <summary>
/// Receptive fields of one moment, a byte a weight, a quarter of the floats' size: weight = (signed byte) * (scale of its field). The error
/// is at most half a scale, which no eye sees: a scale is the field's largest absolute weight over 127.
/// </summary>
/// <param name="Version">Grows with every reading of the run.</param>
/// <param name="Step">Mini-batches done.</param>
/// <param name="Layer">Layer, from 0.</param>
/// <param name="FirstUnit">Unit of the first field.</param>
/// <param name="Width">Width of a field.</param>
/// <param name="Height">Height of a field.</param>
/// <param name="LabelPixels">Leading pixels that carry the label.</param>
/// <param name="Scales">Scale of each field, <c>[count]</c>.</param>
/// <param name="Weights">Signed bytes (two's complement), one field after the other, <c>[count * height * width]</c>; binary in MessagePack, base64 in JSON. -128 stands for a weight that is no finite number.</param>
[MessagePackObject]
public sealed record FieldsMessage(
    [property: Key("version")] long Version,
    [property: Key("step")] long Step,
    [property: Key("layer")] int Layer,
    [property: Key("firstUnit")] int FirstUnit,
    [property: Key("width")] int Width,
    [property: Key("height")] int Height,
    [property: Key("labelPixels")] int LabelPixels,
    [property: Key("scales")] float[] Scales,
    [property: Key("weights")] byte[] Weights)
{
    // Viewers share readings, so they share messages too.
    private static readonly ConditionalWeakTable<ReceptiveFields, FieldsMessage> Written = [];

    /// <summary>The message for a reading.</summary>
    public static FieldsMessage From(ReceptiveFields fields) => Written.GetValue(fields, Write);

    private static FieldsMessage Write(ReceptiveFields read)
    {
        var fields = read.Grey();
        var size = Math.Max(1, fields.FieldWidth * fields.FieldHeight);
        var scales = new float[fields.Fields.Length / size];
        var weights = new byte[scales.Length * size];
        for (var i = 0; i < scales.Length; i++)
        {
            scales[i] = SignedBytes.Write(fields.Fields.AsSpan(i * size, size), weights.AsSpan(i * size, size));
        }

        return new FieldsMessage(
            fields.Version, fields.Step, fields.Layer, fields.FirstUnit, fields.FieldWidth, fields.FieldHeight, fields.LabelPixels, scales, weights);
    }
}
