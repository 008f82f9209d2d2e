using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Learning.Backprop;
using ForwardForward.Learning.Models;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;
using ForwardForward.Testing;

namespace ForwardForward.Learning.Tests.Backprop;

/// <summary>A small backprop trainer with everything that it stands on.</summary>
internal sealed class BackpropBench : IDisposable
{
    private readonly Workers _workers;
    private readonly MatrixProducts _products;
    private readonly float[] _metrics;

    public BackpropBench(BackpropSettings? options = null, int threads = 1, Splits<ImageSet>? data = null)
    {
        Data = data ?? SmallData;
        _workers = new Workers(threads);
        _products = new MatrixProducts(_workers);
        Trainer = new BackpropTrainer(options ?? Dense, Data.Train, _products);
        _metrics = new float[Trainer.Metrics.Count];
    }

    /// <summary>Ten steps an epoch on <see cref="SmallData"/>, everything switched on.</summary>
    public static BackpropSettings Dense { get; } = new()
    {
        HiddenUnits = [48, 33],
        Epochs = 4,
        BatchSize = 20,
        Dropout = 0.3f,
        InputDropout = 0.1f,
        LabelSmoothing = 0.1f,
        WeightDecay = 0.001f,
    };

    public static BackpropSettings Convolutional { get; } = Dense with { Channels = [6, 9], FieldSide = 3, HiddenUnits = [25], InputDropout = 0 };

    /// <summary>Twelve by twelve pixels: 10, pooled 5, 3, pooled 1.</summary>
    public static Splits<ImageSet> SmallData { get; } = TinyDigits.Make(200, width: 12, height: 12);

    public Splits<ImageSet> Data { get; }

    public BackpropTrainer Trainer { get; }

    public static BackpropSettings Options(string kind) => kind == "dense" ? Dense : Convolutional;

    public BackpropBench Run(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            Trainer.Step(_metrics);
        }

        return this;
    }

    public double ValidationError()
    {
        using var evaluation = Trainer.BeginEvaluation(Data.Validation, thorough: true);
        while (evaluation.Advance())
        {
        }

        return evaluation.Scores.Of(Measures.SoftmaxError)!.Value;
    }

    public void Dispose()
    {
        Trainer.Dispose();
        _products.Dispose();
        _workers.Dispose();
    }
}
