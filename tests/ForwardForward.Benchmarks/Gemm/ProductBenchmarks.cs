using BenchmarkDotNet.Attributes;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Random;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Benchmarks.Gemm;

/// <summary>The products of a step by batch, layer size, density of the input and threads, sparse and dense.</summary>
[MemoryDiagnoser]
public class ProductBenchmarks : IDisposable
{
    private Workers _workers = null!;
    private MatrixProducts _products = null!;
    private Matrix _x = null!;
    private Matrix _y = null!;
    private Matrix _dx = null!;
    private WeightMatrix _w = null!;
    private WeightMatrix _velocity = null!;
    private float[] _bias = [];

    [Params(100, 200)]
    public int Batch { get; set; }

    [Params(1000, 2000)]
    public int Units { get; set; }

    [Params(0.1, 0.4, 1.0)]
    public double Density { get; set; }

    [Params(SparseMode.Never, SparseMode.Always)]
    public SparseMode Mode { get; set; }

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new RandomStream(1);
        _workers = new Workers(Threads);
        _products = new MatrixProducts(_workers) { SparseMode = Mode };
        _x = new Matrix(Batch, Units);
        foreach (ref var value in _x.Values)
        {
            value = random.NextDouble() < Density ? random.NextSingle() : 0;
        }

        _y = new Matrix(Batch, Units);
        _y.Values.Fill(0.1f);
        _dx = new Matrix(Batch, Units);
        _w = new WeightMatrix(Units, Units);
        _velocity = new WeightMatrix(Units, Units);
        _bias = new float[Units];
    }

    [Benchmark(Baseline = true)]
    public void Forward() => _products.Forward(_x, _w, _bias, ForwardEpilogue.Linear, _y);

    [Benchmark]
    public void WeightUpdate() => _products.WeightUpdate(_x, _y, new SmoothedUpdate(1e-3f, 0.9f, 1e-6f, 1e-3f), _velocity, _w);

    [Benchmark]
    public void InputGradient() => _products.InputGradient(_y, _w, _dx);

    [GlobalCleanup]
    public void Dispose()
    {
        _products.Dispose();
        _workers.Dispose();
        _x.Dispose();
        _y.Dispose();
        _dx.Dispose();
        _w.Dispose();
        _velocity.Dispose();
        GC.SuppressFinalize(this);
    }
}
