using System.Numerics.Tensors;
using ForwardForward.Learning.Layers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Rows;

namespace ForwardForward.Learning.Recurrent;

/// <summary>
/// Runs images through the network: one pass bottom up, which no label takes part in, then synchronous iterations, in which every hidden layer
/// hears what its neighbours said in the iteration before, <c>h &lt;- d h + (1 - d) f(norm(below) U + norm(above) D + b)</c> (paper, section 3.4).
/// Below the lowest layer lies the image, above the highest the label, one of so many, normalised like any other activity.
/// </summary>
/// <remarks>Row <c>r</c> shows image <c>r mod images</c>; the image's product is computed once for all of its rows and iterations.</remarks>
internal sealed class RecurrentPass : IDisposable
{
    private readonly RecurrentWeights _weights;
    private readonly RecurrentOptions _options;
    private readonly MatrixProducts _products;
    private readonly int _history;
    private readonly Matrix _imageProducts;
    private readonly Matrix _labelInputs;
    private int _images;

    /// <param name="weights">The network.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="products">Does the products.</param>
    /// <param name="images">Images of a batch, at most.</param>
    /// <param name="perImage">Rows of every image.</param>
    /// <param name="history">Of how many iterations the normalised activities are kept, the bottom-up pass included; at least 2.</param>
    public RecurrentPass(RecurrentWeights weights, RecurrentOptions options, MatrixProducts products, int images, int perImage, int history)
    {
        (_weights, _options, _products, _history) = (weights, options, products, history);
        _imageProducts = new Matrix(images, weights.HiddenUnits[0]);
        _labelInputs = new Matrix(weights.Labels, weights.HiddenUnits[^1]);
        Layers = [.. weights.HiddenUnits.Select(units => new RecurrentLayerActivities(images, images * perImage, history, units, options.Activation.NeedsTotalInput))];
        PerImage = perImage;
    }

    /// <summary>The hidden layers, bottom first.</summary>
    public RecurrentLayerActivities[] Layers { get; }

    /// <summary>Rows of every image.</summary>
    public int PerImage { get; }

    private int Rows => _images * PerImage;

    /// <summary>The pass from the bottom up: fills <see cref="RecurrentLayerActivities.First"/> of every layer, and starts all rows from there.</summary>
    /// <param name="images">Normalised pixels, <c>[images, pixels]</c>.</param>
    public void Begin(MatrixView images)
    {
        _images = images.Rows;
        _products.Forward(images, _weights.Up[0].Weights, [], ForwardEpilogue.Linear, _imageProducts.RowRange(0, _images));
        TensorPrimitives.Multiply(_weights.LabelWeights.Values, MathF.Sqrt(_weights.Labels), _labelInputs.Values);
        for (var layer = 0; layer < Layers.Length; layer++)
        {
            var first = Layers[layer].First.RowRange(0, _images);
            var z = _options.Activation.NeedsTotalInput ? Layers[layer].TotalInput.RowRange(0, _images) : first;
            Join(layer, layer == 0 ? _imageProducts.RowRange(0, _images) : FromBelow(layer, Layers[layer - 1].FirstNormalised.RowRange(0, _images), z), null, default, z);
            _options.Activation.Apply(z, first);
            RowKernels.Normalise(_products.Workers, first, RowMath.Epsilon, Layers[layer].FirstNormalised.RowRange(0, _images));
            for (var row = 0; row < Rows; row++)
            {
                first.Row(row % _images).CopyTo(Layers[layer].Activities.Row(row));
                Layers[layer].FirstNormalised.Row(row % _images).CopyTo(Layers[layer].Normalised(0, 1).Row(row));
            }
        }
    }

    /// <summary>One synchronous iteration of all layers, and their goodness after it.</summary>
    /// <param name="iteration">Which, from 1.</param>
    /// <param name="codes">Label of every row.</param>
    public void Iterate(int iteration, ReadOnlyMemory<byte> codes)
    {
        for (var layer = 0; layer < Layers.Length; layer++)
        {
            var z = Layers[layer].TotalInput.RowRange(0, Rows);
            var isTop = layer == Layers.Length - 1;
            var up = layer == 0 ? _imageProducts.RowRange(0, _images) : FromBelow(layer, Before(layer - 1, iteration), z);
            var down = isTop ? _labelInputs : Layers[layer].FromAbove.RowRange(0, Rows);
            if (!isTop)
            {
                _products.Forward(Before(layer + 1, iteration), _weights.Down[layer], [], ForwardEpilogue.Linear, down);
            }

            Join(layer, up, down, isTop ? codes : default, z);
            _options.Activation.Apply(z, Layers[layer].Computed.RowRange(0, Rows));
        }

        foreach (var layer in Layers)
        {
            var activities = layer.Activities.RowRange(0, Rows);
            new Damping(_options.Damping, layer.Computed.RowRange(0, Rows), activities).Share(_products.Workers);
            _options.Goodness.Measure(_products.Workers, activities, layer.Goodness.AsSpan(0, Rows));
            RowKernels.Normalise(_products.Workers, activities, RowMath.Epsilon, layer.Normalised(iteration % _history, 1).RowRange(0, Rows));
        }
    }

    public void Dispose()
    {
        _imageProducts.Dispose();
        _labelInputs.Dispose();
        foreach (var layer in Layers)
        {
            layer.Dispose();
        }
    }

    private MatrixView Before(int layer, int iteration) => Layers[layer].Normalised((iteration - 1) % _history, 1).RowRange(0, Rows);

    private MatrixView FromBelow(int layer, MatrixView below, MatrixView z)
    {
        _products.Forward(below, _weights.Up[layer].Weights, [], ForwardEpilogue.Linear, z);
        return z;
    }

    private void Join(int layer, MatrixView up, MatrixView? down, ReadOnlyMemory<byte> codes, MatrixView z) => new InputJoining
    {
        Up = up,
        Down = down,
        Codes = codes,
        Biases = _weights.Up[layer].Biases,
        Epilogue = _options.Activation.Epilogue,
        TotalInput = z,
    }.Share(_products.Workers);
}
