using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Layers;

/// <summary>
/// What units look for in the picture. A unit of the lowest layer has its weights; a unit above has the fields of the layer below, weighted
/// by its own weights: <c>field = W_1 W_2 ... w_unit</c>, a linear chain that leaves rectifying and normalising out.
/// </summary>
internal static class ReceptiveFields
{
    /// <summary>Writes the fields of some units of a layer in the order of viewers (<see cref="IHiddenLayer.UnitShownAt"/>), one row a unit: <c>[count, inputs of the lowest layer]</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer or unit.</exception>
    public static void Copy(
        IReadOnlyList<IHiddenLayer> layers, MatrixProducts products, int layer, int firstUnit, int count, Span<float> destination)
    {
        CheckRange(layers.Count, layer, layers[Math.Clamp(layer, 0, layers.Count - 1)].Units, firstUnit, count);
        var size = layers[0].Inputs;
        if (layer == 0)
        {
            for (var i = 0; i < count; i++)
            {
                layers[0].CopyUnitTo(layers[0].UnitShownAt(firstUnit + i), destination.Slice(i * size, size));
            }

            return;
        }

        using var below = Chain(layers, 1, products, layer, firstUnit, count);
        using var fields = new Matrix(count, size);
        layers[0].Backproject(products, below, fields);
        fields.Values.CopyTo(destination);
    }

    /// <summary>How units of a layer weight what comes into a layer further down, <c>[count, inputs of the lowest layer]</c>.</summary>
    /// <param name="layers">The layers, bottom first.</param>
    /// <param name="lowest">The layer whose inputs are weighted.</param>
    /// <param name="products">Does the products.</param>
    /// <param name="layer">The layer of the units, at least the lowest.</param>
    /// <param name="firstUnit">The first unit.</param>
    /// <param name="count">Units.</param>
    public static Matrix Chain(
        IReadOnlyList<IHiddenLayer> layers, int lowest, MatrixProducts products, int layer, int firstUnit, int count)
    {
        var weights = new Matrix(count, layers[layer].Inputs);
        for (var i = 0; i < count; i++)
        {
            layers[layer].CopyUnitTo(layers[layer].UnitShownAt(firstUnit + i), weights.Row(i));
        }

        for (var below = layer - 1; below >= lowest; below--)
        {
            using var above = weights;
            weights = new Matrix(count, layers[below].Inputs);
            layers[below].Backproject(products, above, weights);
        }

        return weights;
    }

    /// <summary>Refuses layers and units that do not exist.</summary>
    public static void CheckRange(int layers, int layer, int units, int firstUnit, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)layer, (uint)layers, nameof(layer));
        ArgumentOutOfRangeException.ThrowIfNegative(firstUnit);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)firstUnit + count, units, nameof(count));
    }
}
