using ForwardForward.Frames;
using ForwardForward.Learning.Activations;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Backprop;

/// <summary>
/// Convolution without padding, one location at a time: <c>y = f(fields W + b)</c> with the fields of <see cref="Unfolding"/>,
/// <c>[rows, h w c] -> [rows, (h - side + 1) (w - side + 1) channels]</c>; weights are shared by all locations, <c>[side * side * c, channels]</c>.
/// </summary>
internal sealed class ConvolutionLayer : ITrainedLayer
{
    private readonly MatrixProducts _products;
    private readonly IActivation _activation;
    private readonly ImageShape _shape;
    private readonly ImageShape _result;
    private readonly int _side;
    private readonly Matrix _fields;
    private readonly Matrix _fieldsDerivative;
    private readonly Matrix? _totalInput;
    private readonly Matrix _output;
    private readonly Matrix _derivative;

    public ConvolutionLayer(string name, MatrixProducts products, int rows, ImageShape shape, int side, int channels, IActivation activation, bool learns)
    {
        (Name, _products, _shape, _side, _activation) = (name, products, shape, side, activation);
        _result = shape.Convolved(side, channels);
        var field = side * side * shape.Channels;
        var locations = rows * _result.Locations;
        Parameters = new TrainedWeights(products, field, channels, learns);
        _fields = new Matrix(locations, field);
        _totalInput = activation.NeedsTotalInput ? new Matrix(locations, channels) : null;
        _output = new Matrix(locations, channels);
        _derivative = new Matrix(learns ? locations : 0, channels);
        _fieldsDerivative = new Matrix(learns ? locations : 0, field);
    }

    public string Name { get; }

    public int Inputs => _shape.Values;

    public TrainedWeights Parameters { get; }

    public MatrixView Activities => _output.View;

    public MatrixView Output => _output.View.Reshape(_output.Rows / _result.Locations, _result.Values);

    public MatrixView Derivative => _derivative.View.Reshape(_derivative.Rows / _result.Locations, _result.Values);

    private MatrixView TotalInput => (_totalInput ?? _output).View;

    public void Forward(MatrixView x)
    {
        var locations = x.Rows * _result.Locations;
        var fields = _fields.RowRange(0, locations);
        _products.Workers.Run(new Unfolding(_shape, _side, x, fields), x.Rows);
        var z = TotalInput.RowRange(0, locations);
        Parameters.Weights.Forward(_products, fields, _activation.Epilogue, z);
        _activation.Apply(z, _output.RowRange(0, locations));
    }

    public void Backward(MatrixView x, MatrixView? dx)
    {
        _products.Workers.Run(new Differentiation(_activation, TotalInput, _output, _derivative, _result.Locations), x.Rows);
        if (dx is { } destination)
        {
            _products.InputGradient(_derivative, Parameters.Weights.Weights, _fieldsDerivative);
            _products.Workers.Run(new Folding(_shape, _side, _fieldsDerivative, destination), x.Rows);
        }
    }

    public void Learn(MatrixView x, in SmoothedUpdate update) => Parameters.Learn(_fields, _derivative, update);

    public void Dispose()
    {
        Parameters.Dispose();
        _fields.Dispose();
        _fieldsDerivative.Dispose();
        _totalInput?.Dispose();
        _output.Dispose();
        _derivative.Dispose();
    }

    /// <summary>The activation's derivative, image by image.</summary>
    private readonly struct Differentiation(IActivation activation, MatrixView z, MatrixView y, MatrixView dy, int locations) : IPieceJob
    {
        private readonly IActivation _activation = activation;
        private readonly MatrixView _z = z;
        private readonly MatrixView _y = y;
        private readonly MatrixView _dy = dy;
        private readonly int _locations = locations;

        public void Run(int piece) => _activation.Differentiate(
            _z.RowRange(piece * _locations, _locations), _y.RowRange(piece * _locations, _locations), _dy.RowRange(piece * _locations, _locations));
    }
}
