using System.Numerics.Tensors;
using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Rows;

namespace ForwardForward.Learning.Recurrent;

/// <summary>
/// Runs images through the network: one pass bottom up, which no label takes part in, then synchronous iterations, in which every hidden layer
/// hears what its neighbours said in the iteration before, <c>h &lt;- d h + (1 - d) f(norm(below) U + norm(above) D + b)</c> (paper, section 3.4).
/// Below the lowest layer lies the image, above the highest the label, one of so many, normalised like any other activity.
/// </summary>
/// <remarks>
/// Row <c>r</c> shows image <c>r mod images</c>; the image's product is computed once for all of its rows and iterations. A label takes one
/// iteration for every layer that it comes down: until then the rows of an image say the same, and their products are computed once.
/// </remarks>
internal sealed class RecurrentPass : IDisposable
{
    private readonly RecurrentWeights _weights;
    private readonly RecurrentSettings _options;
    private readonly MatrixProducts _products;
    private readonly StepPhases _phases;
    private readonly Matrix _labelInputs;
    private int _images;

    /// <param name="weights">The network.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="products">Does the products.</param>
    /// <param name="images">Images of a batch, at most.</param>
    /// <param name="perImage">Rows of every image.</param>
    /// <param name="history">Of how many iterations the normalised activities are kept, the bottom-up pass included; 0 for none.</param>
    /// <param name="phases">Is told what is done; null for nobody.</param>
    public RecurrentPass(
        RecurrentWeights weights, RecurrentSettings options, MatrixProducts products, int images, int perImage, int history, StepPhases? phases = null)
    {
        (_weights, _options, _products, _phases) = (weights, options, products, phases ?? new StepPhases());
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
        TensorPrimitives.Multiply(_weights.LabelWeights.Values, MathF.Sqrt(_weights.Labels), _labelInputs.Values);
        for (var index = 0; index < Layers.Length; index++)
        {
            _phases.Enter(StepPhase.Forward, index);
            var layer = Layers[index];
            var first = layer.First.RowRange(0, _images);
            var z = _options.Activation.NeedsTotalInput ? layer.TotalInput.RowRange(0, _images) : first;
            layer.FromBelow.Begin(_products, index == 0 ? images : Layers[index - 1].First.RowRange(0, _images), _weights.Up[index]);
            Join(index, layer.FromBelow.Value, null, default, z);
            _options.Activation.Apply(z, first);
            _phases.Enter(StepPhase.Normalisation, index);
            Measure(layer, first);
            RowKernels.Scale(_products.Workers, first, layer.Scales.AsSpan(0, _images), layer.FirstNormalised.RowRange(0, _images));
            for (var row = 0; row < Rows; row++)
            {
                first.Row(row % _images).CopyTo(layer.Activities.Row(row));
                layer.Scales[row] = layer.Scales[row % _images];
                if (layer.History > 0)
                {
                    layer.FirstNormalised.Row(row % _images).CopyTo(layer.Normalised(0, 1).Row(row));
                }
            }
        }
    }

    /// <summary>One synchronous iteration of all layers, and their goodness after it.</summary>
    /// <param name="iteration">Which, from 1.</param>
    /// <param name="codes">Label of every row.</param>
    public void Iterate(int iteration, ReadOnlyMemory<byte> codes)
    {
        for (var index = 0; index < Layers.Length; index++)
        {
            _phases.Enter(StepPhase.Forward, index);
            Listen(index, iteration);
        }

        for (var index = 0; index < Layers.Length; index++)
        {
            _phases.Enter(StepPhase.Forward, index);
            var layer = Layers[index];
            var z = layer.TotalInput.RowRange(0, Rows);
            var isTop = index == Layers.Length - 1;
            Join(index, layer.FromBelow.Value, isTop ? _labelInputs : layer.FromAbove.Value, isTop ? codes : default, z);
            _options.Activation.Apply(z, layer.Computed.RowRange(0, Rows));
        }

        for (var index = 0; index < Layers.Length; index++)
        {
            _phases.Enter(StepPhase.Normalisation, index);
            var layer = Layers[index];
            var activities = layer.Activities.RowRange(0, Rows);
            new Damping(_options.Damping, layer.Computed.RowRange(0, Rows), activities).Share(_products.Workers);
            _options.Goodness.Measure(_products.Workers, activities, layer.Goodness.AsSpan(0, Rows));
            Measure(layer, activities);
            if (layer.History > 0)
            {
                RowKernels.Scale(_products.Workers, activities, layer.Scales.AsSpan(0, Rows), layer.Normalised(iteration % layer.History, 1).RowRange(0, Rows));
            }
        }
    }

    public void Dispose()
    {
        _labelInputs.Dispose();
        foreach (var layer in Layers)
        {
            layer.Dispose();
        }
    }

    /// <summary>Takes in what the neighbours said in the iteration before. The image never says anything else than at first.</summary>
    private void Listen(int index, int iteration)
    {
        var layer = Layers[index];
        if (index > 0 && iteration > 1)
        {
            layer.FromBelow.Add(_products, Computed(index - 1, iteration), _weights.Up[index], _options.Damping);
        }

        if (index == Layers.Length - 1)
        {
            return;
        }

        if (iteration == 1)
        {
            layer.FromAbove.Begin(_products, Layers[index + 1].First.RowRange(0, _images), _weights.Down[index]);
        }
        else
        {
            layer.FromAbove.Add(_products, Computed(index + 1, iteration), _weights.Down[index], _options.Damping);
        }
    }

    /// <summary>What a layer computed in the iteration before: one row for every image as long as no label has come down to it, else all rows.</summary>
    private MatrixView Computed(int index, int iteration) =>
        Layers[index].Computed.RowRange(0, index + iteration <= Layers.Length ? _images : Rows);

    // What normalises rows, once for all who hear them.
    private void Measure(RecurrentLayerActivities layer, MatrixView activities)
    {
        var scales = layer.Scales.AsSpan(0, activities.Rows);
        RowKernels.SumOfSquares(_products.Workers, activities, scales);
        foreach (ref var scale in scales)
        {
            scale = RowMath.InverseRms(scale, activities.Columns);
        }
    }

    private void Join(int index, MatrixView up, MatrixView? down, ReadOnlyMemory<byte> codes, MatrixView z) => new TotalInputJob
    {
        Up = up,
        UpScales = index == 0 ? null : Layers[index - 1].Scales,
        Down = down,
        DownScales = index == Layers.Length - 1 ? null : Layers[index + 1].Scales,
        Codes = codes,
        Biases = _weights.Up[index].Biases,
        Epilogue = _options.Activation.Epilogue,
        TotalInput = z,
    }.Share(_products.Workers);
}
