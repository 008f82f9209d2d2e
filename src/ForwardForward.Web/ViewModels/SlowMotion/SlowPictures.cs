using System.Numerics.Tensors;
using ForwardForward.Learning.Readings;

namespace ForwardForward.Web.ViewModels.SlowMotion;

/// <summary>A small picture.</summary>
/// <param name="Pixels">Ink from 0 to 255, or weights as signed bytes; row after row.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public sealed record SmallPicture(byte[] Pixels, int Width, int Height);

/// <summary>Pictures of slow motion: digits, activities as a grid of cells, weights.</summary>
public static class SlowPictures
{
    // So many times the root mean square is black.
    private const float Black = 3;

    /// <summary>A digit as the network gets it.</summary>
    public static SmallPicture Digit(float[] pixels, int width, int height) =>
        new(Array.ConvertAll(pixels, pixel => (byte)Math.Clamp(pixel * 255, 0, 255)), width, height);

    /// <summary>
    /// One cell a unit. Before normalisation a layer right at its threshold is as dark as any layer is after it, so that goodness shows as
    /// darkness and normalisation takes it away.
    /// </summary>
    /// <param name="row">The activities.</param>
    /// <param name="threshold">The layer's threshold; 0 where there is none.</param>
    /// <param name="normalised">Whether they are shown after normalisation.</param>
    public static SmallPicture Activities(RowTrace row, float threshold, bool normalised)
    {
        var units = row.Activities.Length;
        var width = (int)Math.Ceiling(Math.Sqrt(units));
        var height = (units + width - 1) / width;
        var usual = threshold > 0 ? MathF.Sqrt(threshold / units) : 1;
        var unit = Black * (normalised ? Math.Max(row.Rms, 1e-8f) : usual);
        var pixels = new byte[width * height];
        for (var i = 0; i < units; i++)
        {
            pixels[i] = (byte)Math.Clamp(Math.Abs(row.Activities[i]) / unit * 255, 0, 255);
        }

        return new SmallPicture(pixels, width, height);
    }

    /// <summary>Weights of a unit before and after an update, and their difference on a scale of its own; null where they are no picture.</summary>
    public static (SmallPicture Before, SmallPicture Change, SmallPicture After, double Enlarged)? Weights(LayerTrace layer, int width, int height)
    {
        if (layer.Before.Length != width * height)
        {
            return null;
        }

        var change = new float[layer.Before.Length];
        TensorPrimitives.Subtract(layer.After, layer.Before, change);
        var (most, moved) = (Largest(layer.After), Largest(change));
        return (Signed(layer.Before, most, width, height), Signed(change, moved, width, height), Signed(layer.After, most, width, height), moved > 0 ? most / moved : 0);
    }

    /// <summary>Size of the change of a unit's weights against the weights themselves.</summary>
    public static double RelativeChange(LayerTrace layer)
    {
        var before = TensorPrimitives.Norm<float>(layer.Before);
        return before > 0 ? TensorPrimitives.Distance<float>(layer.After, layer.Before) / before : 0;
    }

    private static float Largest(float[] values) => values.Length == 0 ? 0 : Math.Abs(TensorPrimitives.MaxMagnitude<float>(values));

    private static SmallPicture Signed(float[] weights, float most, int width, int height) =>
        new(Array.ConvertAll(weights, weight => unchecked((byte)(sbyte)Math.Clamp(most > 0 ? weight / most * 127 : 0, -127, 127))), width, height);
}
