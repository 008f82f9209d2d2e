using System.Numerics.Tensors;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Backprop;

/// <summary>
/// Leaves out a share of the values at random, new for every batch, and makes the others larger in turn, so that a net that classifies needs
/// nothing of the kind: <c>y = x m / (1 - rate)</c>, m from {0, 1}. Rates are rounded to 1/65536.
/// </summary>
internal sealed class DropoutLayer : ILayer
{
    private const int Steps = 1 << 16;
    private readonly RandomStream _random;
    private readonly int _threshold;
    private readonly Matrix _factors;
    private readonly Matrix _output;
    private readonly Matrix _derivative;

    public DropoutLayer(RandomStream random, int rows, int values, float rate)
    {
        (_random, Inputs, _threshold) = (random, values, (int)MathF.Round(rate * Steps));
        _factors = new Matrix(rows, values);
        _output = new Matrix(rows, values);
        _derivative = new Matrix(rows, values);
    }

    public int Inputs { get; }

    public MatrixView Output => _output.View;

    public MatrixView Derivative => _derivative.View;

    public void Forward(MatrixView x)
    {
        Draw();
        for (var row = 0; row < x.Rows; row++)
        {
            TensorPrimitives.Multiply(x.Row(row), _factors.Row(row), _output.Row(row));
        }
    }

    public void Backward(MatrixView x, MatrixView? dx)
    {
        for (var row = 0; dx is { } destination && row < x.Rows; row++)
        {
            TensorPrimitives.Multiply(_derivative.Row(row), _factors.Row(row), destination.Row(row));
        }
    }

    public void Dispose()
    {
        _factors.Dispose();
        _output.Dispose();
        _derivative.Dispose();
    }

    // Sixteen bits decide about a value, so one number of the stream is enough for four of them.
    private void Draw()
    {
        var kept = (float)Steps / (Steps - _threshold);
        var bits = 0UL;
        var values = _factors.Values;
        for (var i = 0; i < values.Length; i++)
        {
            bits = i % 4 == 0 ? _random.NextUInt64() : bits >> 16;
            values[i] = (ushort)bits >= _threshold ? kept : 0;
        }
    }
}
