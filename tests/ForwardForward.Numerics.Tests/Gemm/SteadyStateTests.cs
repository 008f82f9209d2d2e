using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;
using ForwardForward.Numerics.Rows;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Numerics.Tests.Gemm;

/// <summary>What must hold for every product and row kernel: the bits do not depend on the threads, and nothing is allocated.</summary>
public sealed class SteadyStateTests
{
    private const int Batch = 53;
    private const int Inputs = 210;
    private const int Outputs = 325;

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        var alone = Bits(1);
        Assert.All([2, 3, 7], threads => Assert.Equal(alone, Bits(threads)));
    }

    [Theory]
    [InlineData(SparseMode.Never)]
    [InlineData(SparseMode.Always)]
    public void A_step_allocates_nothing_after_the_first(SparseMode mode)
    {
        using var workers = new Workers(2);
        using var step = new Step(workers);
        step.Products.SparseMode = mode;
        step.Run();
        step.Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 5; i++)
        {
            step.Run();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static int[] Bits(int threads)
    {
        using var workers = new Workers(threads);
        using var step = new Step(workers);
        foreach (var mode in Enum.GetValues<SparseMode>())
        {
            step.Products.SparseMode = mode;
            step.Run();
        }

        using var weights = new Matrix(Inputs, Outputs);
        step.Weights.CopyTo(weights);
        return [.. weights.Values.ToArray().Concat(step.Back.Values.ToArray()).Concat(step.Gradient.Values.ToArray()).Select(BitConverter.SingleToInt32Bits)];
    }

    /// <summary>One layer's step with every product and row kernel in it.</summary>
    private sealed class Step : IDisposable
    {
        private readonly Matrix _x = Reference.Random(Batch, Inputs, new RandomStream(4), 0.5);
        private readonly Matrix _y = new(Batch, Outputs);
        private readonly Matrix _dz = new(Batch, Outputs);
        private readonly WeightMatrix _velocity = new(Inputs, Outputs);
        private readonly float[] _bias = new float[Outputs];
        private readonly float[] _sums = new float[Batch];
        private readonly float[] _u = new float[Inputs];
        private readonly float[] _means = new float[Outputs];

        public Step(Workers workers)
        {
            Products = new MatrixProducts(workers);
            using var initial = Reference.Random(Inputs, Outputs, new RandomStream(5));
            Weights.CopyFrom(initial);
            Array.Fill(_u, 0.5f);
        }

        public MatrixProducts Products { get; }

        public WeightMatrix Weights { get; } = new(Inputs, Outputs);

        public Matrix Back { get; } = new(Batch, Inputs);

        public Matrix Gradient { get; } = new(Inputs, Outputs);

        public void Run()
        {
            Products.Forward(_x, Weights, _bias, ForwardEpilogue.Relu, _y);
            RowKernels.Normalise(Products.Workers, _y, 1e-8f, _dz, _sums);
            RowKernels.SumOfSquares(Products.Workers, _dz, _sums);
            RowKernels.Scale(Products.Workers, _y, _sums, _dz);
            RowKernels.ColumnMeans(Products.Workers, _y, _means);
            Products.WeightGradient(_x, _dz, Gradient);
            Products.WeightUpdate(_x, _dz, _u, _means, new SmoothedUpdate(1f / Batch, 0.9f, 1e-5f, 0.003f), _velocity, Weights);
            Products.InputGradient(_dz, Weights, Back);
            Softmax.Rows(_dz, _dz);
        }

        public void Dispose()
        {
            _x.Dispose();
            _y.Dispose();
            _dz.Dispose();
            _velocity.Dispose();
            Products.Dispose();
            Weights.Dispose();
            Back.Dispose();
            Gradient.Dispose();
        }
    }
}
