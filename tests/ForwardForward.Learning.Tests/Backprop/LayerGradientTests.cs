using ForwardForward.Frames;
using ForwardForward.Learning.Activations;
using ForwardForward.Learning.Backprop;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Tests.Backprop;

/// <summary>Every stage against finite differences of <c>sum(c y)</c> by what comes in, and by its weights and biases.</summary>
public sealed class LayerGradientTests : IDisposable
{
    private const int Rows = 3;
    private const float Nudge = 2e-3f;
    private static readonly ImageShape Shape = new(6, 5, 2);
    private readonly Workers _workers = new(2);
    private readonly MatrixProducts _products;

    public LayerGradientTests() => _products = new MatrixProducts(_workers);

    public static TheoryData<string> Kinds => ["dense", "dense leaky", "linear", "convolution", "convolution leaky", "pooling", "dropout"];

    public void Dispose()
    {
        _products.Dispose();
        _workers.Dispose();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void DerivativesAreWhatFiniteDifferencesSay(string kind)
    {
        using var stage = Make(kind);
        using var x = Values(Rows, Shape.Values, 1);
        using var dx = new Matrix(Rows, Shape.Values);
        stage.Forward(x);
        using var c = Values(Rows, stage.Output.Columns, 2);
        c.View.CopyTo(stage.Derivative);
        stage.Backward(x, dx);

        for (var i = 0; i < x.Values.Length; i++)
        {
            var at = i;
            AssertSlope(kind, c, value => x.Values[at] = value, x.Values[i], x, dx.Values[i], $"x {i}");
        }

        if (stage is ITrainedLayer learnt)
        {
            CheckWeights(kind, learnt, x, c);
        }
    }

    [Fact]
    public void DropoutKeepsItsShareAndTheMean()
    {
        using var stage = new DropoutLayer(new RandomStream(3), 100, 1000, 0.3f);
        using var x = new Matrix(100, 1000);
        x.View.Fill(2);
        stage.Forward(x);
        var values = Enumerable.Range(0, 100).SelectMany(row => stage.Output.Row(row).ToArray()).ToList();

        Assert.Equal(0.3, values.Count(value => value == 0) / 100_000.0, 0.01);
        Assert.Equal(2, values.Average(), 0.02);
        Assert.Equal(2, values.Distinct().Count());
    }

    [Fact]
    public void PoolingLeavesOutAnOddLastRow()
    {
        Assert.Equal(new ImageShape(3, 2, 2), Shape.Pooled());
        using var stage = new PoolingLayer(_workers, 1, Shape, true);
        using var x = Values(1, Shape.Values, 4);
        using var dx = new Matrix(1, Shape.Values);
        stage.Forward(x);
        stage.Derivative.Fill(1);
        stage.Backward(x, dx);

        Assert.Equal(12, dx.Values.ToArray().Count(value => value == 1));
        Assert.All(dx.Values[Shape.At(4, 0)..].ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void OfEqualValuesTheFirstGetsTheDerivative()
    {
        using var stage = new PoolingLayer(_workers, 1, new ImageShape(2, 2, 1), true);
        using var x = new Matrix(1, 4);
        using var dx = new Matrix(1, 4);
        x.View.Fill(1);
        stage.Forward(x);
        stage.Derivative.Fill(5);
        stage.Backward(x, dx);

        Assert.Equal([5f, 0, 0, 0], dx.Values.ToArray());
    }

    [Fact]
    public void ConvolutionIsTheSumOverItsField()
    {
        using var stage = (ConvolutionLayer)Make("convolution leaky");
        using var x = Values(Rows, Shape.Values, 1);
        using var weights = new Matrix(18, 4);
        stage.Parameters.Weights.Weights.CopyTo(weights);
        stage.Forward(x);
        for (var i = 0; i < Rows * 3 * 4 * 4; i++)
        {
            var (row, y, place, unit) = (i / 48, i / 16 % 3, i / 4 % 4, i % 4);
            double sum = stage.Parameters.Weights.Biases[unit];
            for (var j = 0; j < 18; j++)
            {
                sum += x.Row(row)[(((y + (j / 6)) * 6) + place + (j / 2 % 3)) * 2 + (j % 2)] * weights[j, unit];
            }

            Assert.Equal(sum > 0 ? sum : 0.01 * sum, stage.Output.Row(row)[(((y * 4) + place) * 4) + unit], 1e-4);
        }
    }

    private void CheckWeights(string kind, ITrainedLayer learnt, Matrix x, Matrix c)
    {
        var (inputs, units) = (learnt.Parameters.Weights.Inputs, learnt.Parameters.Weights.Units);
        using var before = new Matrix(inputs, units);
        using var after = new Matrix(inputs, units);
        learnt.Parameters.Weights.Weights.CopyTo(before);
        var biases = learnt.Parameters.Weights.Biases.ToArray();
        learnt.Learn(x, new SmoothedUpdate(1, 0, 1, 0));
        learnt.Parameters.Weights.Weights.CopyTo(after);
        var biasSteps = learnt.Parameters.Weights.Biases.Zip(biases, (a, b) => a - b).ToArray();
        for (var i = 0; i < before.Values.Length; i += 3)
        {
            var at = i;
            AssertSlope(kind, c, null, before.Values[i], x, after.Values[i] - before.Values[i], $"w {i}", (stage, value) =>
            {
                using var changed = new Matrix(inputs, units);
                before.View.CopyTo(changed);
                changed.Values[at] = value;
                stage.Parameters.Weights.Weights.CopyFrom(changed);
            });
        }

        for (var unit = 0; unit < units; unit++)
        {
            var at = unit;
            AssertSlope(kind, c, null, biases[unit], x, biasSteps[unit], $"b {unit}", (stage, value) => stage.Parameters.Weights.Biases[at] = value);
        }
    }

    // A fresh stage of the same seed has the same weights and the same mask.
    private void AssertSlope(
        string kind, Matrix c, Action<float>? setInput, float value, Matrix x, float derivative, string what, Action<ITrainedLayer, float>? setWeight = null)
    {
        double Sum(float changed)
        {
            using var stage = Make(kind);
            setInput?.Invoke(changed);
            setWeight?.Invoke((ITrainedLayer)stage, changed);
            stage.Forward(x);
            var sum = 0.0;
            for (var row = 0; row < Rows; row++)
            {
                for (var i = 0; i < c.Columns; i++)
                {
                    sum += (double)c[row, i] * stage.Output[row, i];
                }
            }

            return sum;
        }

        var (above, below, middle) = (Sum(value + Nudge), Sum(value - Nudge), Sum(value));
        setInput?.Invoke(value);

        // Where a kink lies between the two, the slopes of both sides differ and the derivative is one of them or between.
        var (right, left) = ((above - middle) / Nudge, (middle - below) / Nudge);
        Assert.True(
            derivative >= Math.Min(left, right) - 5e-3 && derivative <= Math.Max(left, right) + 5e-3, $"{what}: {derivative}, slopes {left} and {right}");
    }

    private ILayer Make(string kind)
    {
        ILayer stage = kind switch
        {
            "dense" => new FullyConnectedLayer("layer", _products, Rows, Shape.Values, 7, new Relu(), true),
            "dense leaky" => new FullyConnectedLayer("layer", _products, Rows, Shape.Values, 7, new LeakyRelu(), true),
            "linear" => new FullyConnectedLayer("layer", _products, Rows, Shape.Values, 7, null, true),
            "convolution" => new ConvolutionLayer("layer", _products, Rows, Shape, 3, 4, new Relu(), true),
            "convolution leaky" => new ConvolutionLayer("layer", _products, Rows, Shape, 3, 4, new LeakyRelu(), true),
            "pooling" => new PoolingLayer(_workers, Rows, Shape, true),
            _ => new DropoutLayer(new RandomStream(11), Rows, Shape.Values, 0.4f),
        };
        if (stage is ITrainedLayer learnt)
        {
            learnt.Parameters.Initialise(new RandomStream(9), 2);
            for (var i = 0; i < learnt.Parameters.Weights.Biases.Length; i++)
            {
                learnt.Parameters.Weights.Biases[i] = 0.1f * (i - 2);
            }
        }

        return stage;
    }

    private static Matrix Values(int rows, int columns, ulong seed)
    {
        var values = new Matrix(rows, columns);
        var random = new RandomStream(seed);
        foreach (ref var value in values.Values)
        {
            value = (float)random.NextNormal();
        }

        return values;
    }
}
