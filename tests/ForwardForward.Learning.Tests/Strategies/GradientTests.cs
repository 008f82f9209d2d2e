using ForwardForward.Learning.Strategies;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Random;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Tests.Strategies;

/// <summary>Every goodness with every loss and every activation against finite differences of the loss by the total input.</summary>
public sealed class GradientTests
{
    private const int Pairs = 4;
    private const int Units = 7;
    private const float Threshold = 1.5f;
    private const float Share = 0.5f;
    private const float Nudge = 4e-3f;

    public static TheoryData<string, string, string> All
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var goodness in Catalogs.Goodness.Names)
            {
                foreach (var loss in Catalogs.Losses.Names)
                {
                    foreach (var activation in Catalogs.Activations.Names)
                    {
                        data.Add(goodness, loss, activation);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void DerivativeIsWhatFiniteDifferencesSay(string goodness, string loss, string activation)
    {
        using var layer = new Layer(goodness, loss, activation);
        using var z = new Matrix(2 * Pairs, Units);
        var random = new RandomStream(5);
        foreach (ref var value in z.Values)
        {
            // Away from zero, where a rectifier has no derivative.
            value = (random.NextSingle() < 0.5f ? -1 : 1) * (0.05f + (0.6f * random.NextSingle()));
        }

        var derivative = layer.Derivative(z);
        for (var i = 0; i < z.Values.Length; i++)
        {
            var kept = z.Values[i];
            z.Values[i] = kept + Nudge;
            var above = layer.Loss(z);
            z.Values[i] = kept - Nudge;
            var below = layer.Loss(z);
            z.Values[i] = kept;

            // The derivative points to where the loss falls, and leaves the goodness's constant factor out.
            Assert.Equal(-(above - below) / (2 * Nudge), derivative[i] * layer.DroppedFactor, 2e-3);
        }
    }

    private sealed class Layer(string goodness, string loss, string activation) : IDisposable
    {
        private readonly Workers _workers = new(1);

        public float DroppedFactor => Catalogs.Goodness.Get(goodness).DroppedFactor;

        public void Dispose() => _workers.Dispose();

        public double Loss(Matrix z)
        {
            using var y = Activate(z);
            return Evaluate(y, new float[Pairs], new float[Pairs]);
        }

        public float[] Derivative(Matrix z)
        {
            using var y = Activate(z);
            var slopes = new float[2 * Pairs];
            Evaluate(y, slopes.AsSpan(0, Pairs), slopes.AsSpan(Pairs));
            using var dz = new Matrix(2 * Pairs, Units);
            Catalogs.Goodness.Get(goodness).Differentiate(_workers, y, slopes, dz);
            var unit = Catalogs.Activations.Get(activation);
            unit.Differentiate(unit.NeedsTotalInput ? z : y, y, dz);
            return dz.Values.ToArray();
        }

        private Matrix Activate(Matrix z)
        {
            var y = new Matrix(z.Rows, z.Columns);
            var unit = Catalogs.Activations.Get(activation);
            z.View.CopyTo(y);
            if (unit.Epilogue == Numerics.Gemm.ForwardEpilogue.Relu)
            {
                foreach (ref var value in y.Values)
                {
                    value = MathF.Max(0, value);
                }
            }

            unit.Apply(unit.NeedsTotalInput ? z : y, y);
            return y;
        }

        private double Evaluate(Matrix y, Span<float> positiveSlopes, Span<float> negativeSlopes)
        {
            var rows = new float[2 * Pairs];
            Catalogs.Goodness.Get(goodness).Measure(_workers, y, rows);
            return Share * Catalogs.Losses.Get(loss).Evaluate(rows.AsSpan(0, Pairs), rows.AsSpan(Pairs), Threshold, Share, positiveSlopes, negativeSlopes).Loss;
        }
    }
}
