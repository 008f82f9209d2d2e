using ForwardForward.Learning.Activations;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Baselines;

/// <summary>
/// Convolution without padding, one place at a time: <c>y = f(fields W + b)</c> with the fields of <see cref="Unfolding"/>,
/// <c>[rows, h w c] -> [rows, (h - side + 1) (w - side + 1) channels]</c>; weights are shared by all places, <c>[side * side * c, channels]</c>.
/// </summary>
internal sealed class ConvolutionStage : ILearntStage
{
    private readonly MatrixProducts _products;
    private readonly IActivation _activation;
    private readonly PictureShape _shape;
    private readonly PictureShape _result;
    private readonly int _side;
    private readonly Matrix _fields;
    private readonly Matrix _fieldsDerivative;
    private readonly Matrix? _totalInput;
    private readonly Matrix _output;
    private readonly Matrix _derivative;

    public ConvolutionStage(string name, MatrixProducts products, int rows, PictureShape shape, int side, int channels, IActivation activation, bool learns)
    {
        (Name, _products, _shape, _side, _activation) = (name, products, shape, side, activation);
        _result = shape.Convolved(side, channels);
        var field = side * side * shape.Channels;
        var places = rows * _result.Places;
        Layer = new LearntLayer(products, field, channels, learns);
        _fields = new Matrix(places, field);
        _totalInput = activation.NeedsTotalInput ? new Matrix(places, channels) : null;
        _output = new Matrix(places, channels);
        _derivative = new Matrix(learns ? places : 0, channels);
        _fieldsDerivative = new Matrix(learns ? places : 0, field);
    }

    public string Name { get; }

    public int Inputs => _shape.Values;

    public LearntLayer Layer { get; }

    public MatrixView Activities => _output.View;

    public MatrixView Output => _output.View.Reshape(_output.Rows / _result.Places, _result.Values);

    public MatrixView Derivative => _derivative.View.Reshape(_derivative.Rows / _result.Places, _result.Values);

    private MatrixView TotalInput => (_totalInput ?? _output).View;

    public void Forward(MatrixView x)
    {
        var places = x.Rows * _result.Places;
        var fields = _fields.RowRange(0, places);
        _products.Workers.Run(new Unfolding(_shape, _side, x, fields), x.Rows);
        var z = TotalInput.RowRange(0, places);
        Layer.Weights.Forward(_products, fields, _activation.Epilogue, z);
        _activation.Apply(z, _output.RowRange(0, places));
    }

    public void Backward(MatrixView x, MatrixView? dx)
    {
        _products.Workers.Run(new Differentiation(_activation, TotalInput, _output, _derivative, _result.Places), x.Rows);
        if (dx is { } destination)
        {
            _products.InputGradient(_derivative, Layer.Weights.Weights, _fieldsDerivative);
            _products.Workers.Run(new Folding(_shape, _side, _fieldsDerivative, destination), x.Rows);
        }
    }

    public void Learn(MatrixView x, in SmoothedUpdate update) => Layer.Learn(_fields, _derivative, update);

    public void Dispose()
    {
        Layer.Dispose();
        _fields.Dispose();
        _fieldsDerivative.Dispose();
        _totalInput?.Dispose();
        _output.Dispose();
        _derivative.Dispose();
    }

    /// <summary>The activation's derivative, image by image.</summary>
    private readonly struct Differentiation(IActivation activation, MatrixView z, MatrixView y, MatrixView dy, int places) : IPieceJob
    {
        private readonly IActivation _activation = activation;
        private readonly MatrixView _z = z;
        private readonly MatrixView _y = y;
        private readonly MatrixView _dy = dy;
        private readonly int _places = places;

        public void Run(int piece) => _activation.Differentiate(
            _z.RowRange(piece * _places, _places), _y.RowRange(piece * _places, _places), _dy.RowRange(piece * _places, _places));
    }
}
