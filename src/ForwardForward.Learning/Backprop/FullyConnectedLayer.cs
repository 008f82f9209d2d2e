using ForwardForward.Learning.Activations;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Backprop;

/// <summary><c>y = f(x W + b)</c>: <c>[rows, inputs] -> [rows, units]</c>; without an activation the logits at the top.</summary>
internal sealed class FullyConnectedLayer : ITrainedLayer
{
    private readonly MatrixProducts _products;
    private readonly IActivation? _activation;
    private readonly Matrix? _totalInput;
    private readonly Matrix _output;
    private readonly Matrix _derivative;

    public FullyConnectedLayer(string name, MatrixProducts products, int rows, int inputs, int units, IActivation? activation, bool learns)
    {
        (Name, Inputs, _products, _activation) = (name, inputs, products, activation);
        Parameters = new TrainedWeights(products, inputs, units, learns);
        _totalInput = activation is { NeedsTotalInput: true } ? new Matrix(rows, units) : null;
        _output = new Matrix(rows, units);
        _derivative = new Matrix(learns ? rows : 0, units);
    }

    public string Name { get; }

    public int Inputs { get; }

    public TrainedWeights Parameters { get; }

    public MatrixView Output => _output.View;

    public MatrixView Activities => _output.View;

    public MatrixView Derivative => _derivative.View;

    private MatrixView TotalInput => (_totalInput ?? _output).View;

    public void Forward(MatrixView x)
    {
        var z = TotalInput.RowRange(0, x.Rows);
        Parameters.Weights.Forward(_products, x, _activation?.Epilogue ?? ForwardEpilogue.Linear, z);
        _activation?.Apply(z, _output.RowRange(0, x.Rows));
    }

    public void Backward(MatrixView x, MatrixView? dx)
    {
        _activation?.Differentiate(TotalInput, _output, _derivative);
        if (dx is { } destination)
        {
            _products.InputGradient(_derivative, Parameters.Weights.Weights, destination);
        }
    }

    public void Learn(MatrixView x, in SmoothedUpdate update) => Parameters.Learn(x, _derivative, update);

    public void Dispose()
    {
        Parameters.Dispose();
        _totalInput?.Dispose();
        _output.Dispose();
        _derivative.Dispose();
    }
}
