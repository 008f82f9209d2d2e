using ForwardForward.Frames;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Backprop;

/// <summary>
/// The layers from pixels to logits: convolution and pooling for every number of channels, then dense layers, with dropout in front of them
/// while the net learns.
/// </summary>
internal sealed class BackpropNet : IDisposable
{
    private readonly List<ILayer> _layers = [];
    private readonly StepPhases _phases;
    private readonly int[] _trainedUpTo;
    private readonly int _lowestTrained;

    /// <param name="options">What it is made of.</param>
    /// <param name="shape">Shape of an image.</param>
    /// <param name="labels">Labels.</param>
    /// <param name="products">Does the matrix products.</param>
    /// <param name="rows">Images of a batch, at most.</param>
    /// <param name="dropout">Where masks come from; null for a net that only classifies.</param>
    /// <param name="phases">Is told what is done; null for nobody.</param>
    public BackpropNet(
        BackpropSettings options, ImageShape shape, int labels, MatrixProducts products, int rows, RandomStream? dropout, StepPhases? phases = null)
    {
        _phases = phases ?? new StepPhases();
        var learns = dropout is not null;
        DropOut(options.InputDropout, shape.Values);
        for (var i = 0; i < options.Channels.Count; i++)
        {
            _layers.Add(new ConvolutionLayer($"convolution {i + 1}", products, rows, shape, options.FieldSide, options.Channels[i], options.Activation, learns));
            shape = shape.Convolved(options.FieldSide, options.Channels[i]);
            _layers.Add(new PoolingLayer(products.Workers, rows, shape, learns));
            shape = shape.Pooled();
        }

        var inputs = shape.Values;
        foreach (var units in options.HiddenUnits)
        {
            DropOut(_layers.Any(layer => layer is ITrainedLayer) ? options.Dropout : 0, inputs);
            _layers.Add(new FullyConnectedLayer($"layer {_layers.OfType<ITrainedLayer>().Count() + 1}", products, rows, inputs, units, options.Activation, learns));
            inputs = units;
        }

        DropOut(options.Dropout, inputs);
        Top = new FullyConnectedLayer("output", products, rows, inputs, labels, null, learns);
        _layers.Add(Top);
        Trained = [.. _layers.OfType<ITrainedLayer>()];
        _lowestTrained = _layers.IndexOf(Trained[0]);
        _trainedUpTo = [.. _layers.Select((_, i) => Math.Max(0, _layers.Take(i + 1).Count(layer => layer is ITrainedLayer) - 1))];

        void DropOut(float rate, int values)
        {
            if (dropout is not null && rate > 0)
            {
                _layers.Add(new DropoutLayer(dropout, rows, values, rate));
            }
        }
    }

    /// <summary>The layers with weights, bottom first, the output last.</summary>
    public IReadOnlyList<ITrainedLayer> Trained { get; }

    /// <summary>Makes the logits.</summary>
    public FullyConnectedLayer Top { get; }

    /// <summary>Draws the weights, those of the hidden layers with a variance of <c>gain / inputs</c>.</summary>
    public void Initialise(RandomStream random, float hiddenGain)
    {
        for (var i = 0; i < Trained.Count; i++)
        {
            Trained[i].Parameters.Initialise(random.Fork("weights", i + 1), Trained[i] == Top ? 1 : hiddenGain);
        }
    }

    /// <summary>Logits of some images: <c>[rows, pixels] -> [rows, labels]</c>.</summary>
    public MatrixView Forward(MatrixView images)
    {
        var x = images;
        for (var i = 0; i < _layers.Count; i++)
        {
            _phases.Enter(StepPhase.Forward, _trainedUpTo[i]);
            _layers[i].Forward(x);
            x = _layers[i].Output.RowRange(0, images.Rows);
        }

        return x;
    }

    /// <summary>Carries the derivative by the logits, which <see cref="Top"/> holds, down to the pixels, and updates every weight on the way.</summary>
    public void Learn(MatrixView images, in SmoothedUpdate update)
    {
        for (var i = _layers.Count - 1; i >= _lowestTrained; i--)
        {
            var x = i == 0 ? images : _layers[i - 1].Output;
            _phases.Enter(StepPhase.Derivatives, _trainedUpTo[i]);
            _layers[i].Backward(x, i == _lowestTrained ? null : _layers[i - 1].Derivative);
            _phases.Enter(StepPhase.Update, _trainedUpTo[i]);
            (_layers[i] as ITrainedLayer)?.Learn(x, update);
        }
    }

    /// <summary>
    /// The multiply-adds of a step: of every layer with weights a product forward, one for the gradient, and, but for the lowest, one for the
    /// derivative by what came in; a convolution's once for every location.
    /// </summary>
    public IEnumerable<StepWork> Work() => Trained.SelectMany((layer, i) =>
    {
        var product = (long)layer.Activities.Rows * layer.Parameters.Weights.Inputs * layer.Parameters.Weights.Units;
        return (StepWork[])
        [
            new(StepPhase.Forward, i, product),
            new(StepPhase.Derivatives, i, i == 0 ? 0 : product),
            new(StepPhase.Update, i, product),
        ];
    });

    /// <summary>Takes over the weights of a net of the same options and shape.</summary>
    public void CopyFrom(BackpropNet other)
    {
        for (var i = 0; i < Trained.Count; i++)
        {
            Trained[i].Parameters.Weights.CopyFrom(other.Trained[i].Parameters.Weights);
        }
    }

    public void Dispose() => _layers.ForEach(layer => layer.Dispose());
}
