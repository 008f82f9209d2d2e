using System.Globalization;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Layers;

/// <summary>What a hidden layer is to be like.</summary>
/// <param name="Units">Units; those of one place where the layer has local fields.</param>
/// <param name="Field">What a unit sees; null when it sees everything.</param>
public sealed record LayerShape(int Units, LocalField? Field = null)
{
    /// <summary>Makes the layers of a network, all zeros.</summary>
    /// <param name="shapes">The layers, bottom first.</param>
    /// <param name="input">What the lowest one sees.</param>
    /// <exception cref="ArgumentException">There is no layer, one has no unit, or its field is not within what the layer below offers.</exception>
    public static IReadOnlyList<IHiddenLayer> Make(IReadOnlyList<LayerShape> shapes, FieldMap input)
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

    /// <summary>The grids of the layers, bottom first; null where a layer's units, or those that they see, see everything.</summary>
    /// <param name="shapes">The layers, bottom first.</param>
    /// <param name="input">What the lowest one sees.</param>
    public static IReadOnlyList<FieldGrid?> Grids(IReadOnlyList<LayerShape> shapes, FieldMap input)
    {
        var grids = new List<FieldGrid?>();
        FieldGrid? below = new(input.Width, input.Height, 1, 1);
        foreach (var shape in shapes)
        {
            input = shape.MapOn(input);
            below = shape.Field is { } field && below is { } seen
                ? new FieldGrid(input.Width, input.Height, seen.Size + ((field.Size - 1) * seen.Stride), field.Stride * seen.Stride)
                : null;
            grids.Add(below);
        }

        return grids;
    }

    private static void Check(IReadOnlyList<LayerShape> shapes, FieldMap input)
    {
        if (shapes.Count == 0 || shapes.Any(shape => shape.Units < 1))
        {
            throw new ArgumentException("A network needs at least one hidden layer, and every layer at least one unit.", nameof(shapes));
        }

        for (var i = 0; i < shapes.Count; i++)
        {
            if (shapes[i].Field is { } field && (field.Size < 1 || field.Stride < 1 || field.Size > Math.Min(input.Width, input.Height)))
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Fields of {field.Size} x {field.Size}, {field.Stride} apart, do not fit what layer {i + 1} sees: {input.Width} x {input.Height} places."));
            }

            input = shapes[i].MapOn(input);
        }
    }

    private FieldMap MapOn(FieldMap input) => Field is { } field
        ? new FieldMap(field.Along(input.Width), field.Along(input.Height), Units)
        : new FieldMap(1, 1, Units);
}

/// <summary>A local receptive field.</summary>
/// <param name="Size">Places of the layer below along each side.</param>
/// <param name="Stride">Places of the layer below from one field to the next.</param>
public readonly record struct LocalField(int Size, int Stride)
{
    /// <summary>How many fields there are along a side; what does not fill a field is seen by none.</summary>
    public int Along(int places) => ((places - Size) / Stride) + 1;
}
