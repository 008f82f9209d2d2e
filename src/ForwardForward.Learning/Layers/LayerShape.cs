using System.Globalization;
using ForwardForward.Frames;
using ForwardForward.Learning.Readings;

namespace ForwardForward.Learning.Layers;

/// <summary>What a hidden layer is to be like.</summary>
/// <param name="Units">Units; those of one location where the layer has local fields.</param>
/// <param name="Field">What a unit sees; null when it sees everything.</param>
public sealed record LayerShape(int Units, LocalField? Field = null)
{
    /// <summary>Makes the layers of a network, all zeros.</summary>
    /// <param name="shapes">The layers, bottom first.</param>
    /// <param name="input">What the lowest one sees.</param>
    /// <exception cref="ArgumentException">There is no layer, one has no unit, or its field is not within what the layer below offers.</exception>
    public static IReadOnlyList<IHiddenLayer> Make(IReadOnlyList<LayerShape> shapes, ImageShape input)
    {
        Check(shapes, input);
        var layers = new List<IHiddenLayer>();
        foreach (var shape in shapes)
        {
            layers.Add(shape.Field is { } field ? new LocalLayer(input, field, shape.Units) : new DenseLayer(input.Values, shape.Units));
            input = shape.MapOn(input);
        }

        return layers;
    }

    /// <summary>
    /// Makes what every layer but the top one hears from the layer above, all zeros: local where the layer above sees it locally, else dense.
    /// </summary>
    /// <param name="shapes">The layers, bottom first.</param>
    /// <param name="input">What the lowest one sees.</param>
    public static IReadOnlyList<IHiddenLayer> MakeDownwards(IReadOnlyList<LayerShape> shapes, ImageShape input)
    {
        var layers = new List<IHiddenLayer>();
        for (var i = 0; i + 1 < shapes.Count; i++)
        {
            input = shapes[i].MapOn(input);
            var above = shapes[i + 1].MapOn(input);
            layers.Add(shapes[i + 1].Field is { } field ? LocalLayer.Downwards(above, field, input) : new DenseLayer(above.Values, input.Values));
        }

        return layers;
    }

    /// <summary>The grids of the layers, bottom first; null where a layer's units, or those that they see, see everything.</summary>
    /// <param name="shapes">The layers, bottom first.</param>
    /// <param name="input">What the lowest one sees.</param>
    public static IReadOnlyList<FieldGrid?> Grids(IReadOnlyList<LayerShape> shapes, ImageShape input)
    {
        var grids = new List<FieldGrid?>();
        FieldGrid? below = new(input.Width, input.Height, 1, 1);
        foreach (var shape in shapes)
        {
            input = shape.MapOn(input);
            below = shape.Field is { } field && below is { } seen
                ? new FieldGrid(input.Width, input.Height, seen.Size + ((field.Size - 1) * seen.Stride), field.Stride * seen.Stride)
                {
                    Start = seen.Start - (field.Padding * seen.Stride),
                }
                : null;
            grids.Add(below);
        }

        return grids;
    }

    private static void Check(IReadOnlyList<LayerShape> shapes, ImageShape input)
    {
        if (shapes.Count == 0 || shapes.Any(shape => shape.Units < 1))
        {
            throw new ArgumentException("A network needs at least one hidden layer, and every layer at least one unit.", nameof(shapes));
        }

        for (var i = 0; i < shapes.Count; i++)
        {
            if (shapes[i].Field is { } field && !field.Fits(input))
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Fields of {field.Size} x {field.Size}, {field.Stride} apart, do not fit what layer {i + 1} sees: {input.Width} x {input.Height} locations{Padded(field)}."));
            }

            input = shapes[i].MapOn(input);
        }
    }

    private static string Padded(LocalField field) => field.Padding == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {field.Padding} of padding on every side");

    private ImageShape MapOn(ImageShape input) => Field is { } field
        ? new ImageShape(field.Along(input.Width), field.Along(input.Height), Units)
        : new ImageShape(1, 1, Units);
}
