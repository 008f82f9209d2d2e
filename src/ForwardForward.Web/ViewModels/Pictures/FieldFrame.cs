using System.Numerics.Tensors;
using ForwardForward.Runs;

namespace ForwardForward.Web.ViewModels.Pictures;

/// <summary>How weights become colours.</summary>
public enum FieldScale
{
    /// <summary>All fields share one scale, so strong and weak units can be told apart.</summary>
    Shared,

    /// <summary>Each field uses the whole scale, so the form of weak units shows too.</summary>
    Each,
}

/// <summary>
/// Receptive fields as signed bytes for a canvas: -127 is the most negative colour, 127 the most positive. The label pixels are cut off
/// at the ends of the scale: they grow much larger than the others, and a scale made for them would leave the picture blank.
/// </summary>
/// <param name="Pixels">One signed byte per weight, field after field.</param>
/// <param name="Count">How many fields.</param>
/// <param name="Limit">The weight that the end of the scale stands for (the largest of them where each field has its own).</param>
public sealed record FieldFrame(byte[] Pixels, int Count, float Limit)
{
    /// <summary>Makes a frame.</summary>
    public static FieldFrame From(ReceptiveFields fields, FieldScale scale, bool smooth = false)
    {
        fields = smooth ? FieldSmoothing.Of(fields) : fields;
        var size = fields.FieldWidth * fields.FieldHeight;
        var count = size == 0 ? 0 : fields.Fields.Length / size;
        var limits = new float[count];
        for (var i = 0; i < count; i++)
        {
            limits[i] = MathF.Abs(TensorPrimitives.MaxMagnitude(Picture(fields, i, size)));
        }

        var shared = Shared(limits);
        var pixels = new byte[count * size];
        for (var i = 0; i < count; i++)
        {
            var limit = scale == FieldScale.Shared ? shared : limits[i];
            Quantise(fields.Fields.AsSpan(i * size, size), limit, pixels.AsSpan(i * size, size));
        }

        return new FieldFrame(pixels, count, scale == FieldScale.Shared ? shared : count == 0 ? 0 : limits.Max());
    }

    private static ReadOnlySpan<float> Picture(ReceptiveFields fields, int index, int size)
    {
        var labels = Math.Clamp(fields.LabelPixels, 0, size - 1);
        return fields.Fields.AsSpan((index * size) + labels, size - labels);
    }

    // The upper tenth may be cut off: a single wild unit must not grey out all the others.
    private static float Shared(float[] limits)
    {
        if (limits.Length == 0)
        {
            return 0;
        }

        var sorted = limits.Order().ToArray();
        return sorted[(int)(0.9 * (sorted.Length - 1))];
    }

    private static void Quantise(ReadOnlySpan<float> weights, float limit, Span<byte> pixels)
    {
        var factor = limit > 0 ? 127 / limit : 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var value = weights[i] * factor;
            pixels[i] = (byte)(sbyte)(float.IsNaN(value) ? 0 : Math.Clamp(MathF.Round(value), -127, 127));
        }
    }
}
