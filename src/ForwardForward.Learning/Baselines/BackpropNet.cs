using ForwardForward.Frames;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Baselines;

/// <summary>
/// The stages from pixels to logits: convolution and pooling for every number of channels, then dense layers, with dropout in front of them
/// while the net learns.
/// </summary>
internal sealed class BackpropNet : IDisposable
{
    private readonly List<IStage> _stages = [];
    private readonly int _lowestLearnt;

    /// <param name="options">What it is made of.</param>
    /// <param name="shape">Shape of an image.</param>
    /// <param name="labels">Labels.</param>
    /// <param name="products">Does the matrix products.</param>
    /// <param name="rows">Images of a batch, at most.</param>
    /// <param name="dropout">Where masks come from; null for a net that only classifies.</param>
    public BackpropNet(BackpropOptions options, ImageShape shape, int labels, MatrixProducts products, int rows, RandomStream? dropout)
    {
        var learns = dropout is not null;
        DropOut(options.InputDropout, shape.Values);
        for (var i = 0; i < options.Channels.Count; i++)
        {
            _stages.Add(new ConvolutionStage($"convolution {i + 1}", products, rows, shape, options.FieldSide, options.Channels[i], options.Activation, learns));
            shape = shape.Convolved(options.FieldSide, options.Channels[i]);
            _stages.Add(new PoolingStage(products.Workers, rows, shape, learns));
            shape = shape.Pooled();
        }

        var inputs = shape.Values;
        foreach (var units in options.HiddenUnits)
        {
            DropOut(_stages.Any(stage => stage is ILearntStage) ? options.Dropout : 0, inputs);
            _stages.Add(new DenseStage($"layer {_stages.OfType<ILearntStage>().Count() + 1}", products, rows, inputs, units, options.Activation, learns));
            inputs = units;
        }

        DropOut(options.Dropout, inputs);
        Top = new DenseStage("output", products, rows, inputs, labels, null, learns);
        _stages.Add(Top);
        Learnt = [.. _stages.OfType<ILearntStage>()];
        _lowestLearnt = _stages.IndexOf(Learnt[0]);

        void DropOut(float rate, int values)
        {
            if (dropout is not null && rate > 0)
            {
                _stages.Add(new DropoutStage(dropout, rows, values, rate));
            }
        }
    }

    /// <summary>The stages with weights, bottom first, the output last.</summary>
    public IReadOnlyList<ILearntStage> Learnt { get; }

    /// <summary>Makes the logits.</summary>
    public DenseStage Top { get; }

    /// <summary>Draws the weights, those of the hidden layers with a variance of <c>gain / inputs</c>.</summary>
    public void Initialise(RandomStream random, float hiddenGain)
    {
        for (var i = 0; i < Learnt.Count; i++)
        {
            Learnt[i].Layer.Initialise(random.Fork("weights", i + 1), Learnt[i] == Top ? 1 : hiddenGain);
        }
    }

    /// <summary>Logits of some images: <c>[rows, pixels] -> [rows, labels]</c>.</summary>
    public MatrixView Forward(MatrixView images)
    {
        var x = images;
        foreach (var stage in _stages)
        {
            stage.Forward(x);
            x = stage.Output.RowRange(0, images.Rows);
        }

        return x;
    }

    /// <summary>Carries the derivative by the logits, which <see cref="Top"/> holds, down to the pixels, and updates every weight on the way.</summary>
    public void Learn(MatrixView images, in SmoothedUpdate update)
    {
        for (var i = _stages.Count - 1; i >= _lowestLearnt; i--)
        {
            var x = i == 0 ? images : _stages[i - 1].Output;
            _stages[i].Backward(x, i == _lowestLearnt ? null : _stages[i - 1].Derivative);
            (_stages[i] as ILearntStage)?.Learn(x, update);
        }
    }

    /// <summary>Takes over the weights of a net of the same options and shape.</summary>
    public void CopyFrom(BackpropNet other)
    {
        for (var i = 0; i < Learnt.Count; i++)
        {
            Learnt[i].Layer.Weights.CopyFrom(other.Learnt[i].Layer.Weights);
        }
    }

    public void Dispose() => _stages.ForEach(stage => stage.Dispose());
}
