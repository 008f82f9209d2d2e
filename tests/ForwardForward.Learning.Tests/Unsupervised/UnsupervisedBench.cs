using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Trainers;
using ForwardForward.Learning.Unsupervised;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;
using ForwardForward.Testing;

namespace ForwardForward.Learning.Tests.Unsupervised;

/// <summary>A small unsupervised trainer with everything that it stands on.</summary>
internal sealed class UnsupervisedBench : IDisposable
{
    private readonly Workers _workers;
    private readonly MatrixProducts _products;
    private readonly float[] _metrics;

    public UnsupervisedBench(UnsupervisedSettings? options = null, int threads = 1, Splits<ImageSet>? data = null)
    {
        Options = options ?? Dense;
        Data = data ?? SmallData;
        _workers = new Workers(threads);
        _products = new MatrixProducts(_workers);
        Trainer = new UnsupervisedTrainer(Options, Data.Train, _products);
        _metrics = new float[Trainer.Metrics.Count];
    }

    /// <summary>Ten steps an epoch on <see cref="SmallData"/>.</summary>
    public static UnsupervisedSettings Dense { get; } = new()
    {
        HiddenUnits = [48, 40, 33, 20],
        Epochs = 4,
        BatchSize = 20,
        LearningRate = 0.02f,
        PeerStrength = 0.03f,
    };

    /// <summary>Grids of 3 x 3, 2 x 2 and one place on 8 x 8 pixels.</summary>
    public static UnsupervisedLocalSettings Local { get; } = new()
    {
        HiddenUnits = [7, 12, 30],
        FieldSizes = [4, 2, 2],
        FieldStrides = [2, 1, 1],
        Epochs = 4,
        BatchSize = 20,
        LearningRate = 0.02f,
        PeerStrength = 0.03f,
    };

    public static UnsupervisedSettings Dropout { get; } = Dense with { InputDropout = 0.3f };

    public static Splits<ImageSet> SmallData { get; } = TinyDigits.Make(200);

    public UnsupervisedSettings Options { get; }

    public Splits<ImageSet> Data { get; }

    public UnsupervisedTrainer Trainer { get; }

    public static UnsupervisedSettings Named(string name) => name switch
    {
        "local" => Local,
        "dropout" => Dropout,
        _ => Dense,
    };

    public UnsupervisedBench Run(int steps)
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

        Assert.Null(evaluation.Scores.Of(Measures.GoodnessError));
        return evaluation.Scores.Of(Measures.SoftmaxError)!.Value;
    }

    public static StateMatrix Weights(TrainerState state, int layer) => state.Matrices[$"layer-{layer + 1}/weights"];

    public void Dispose()
    {
        Trainer.Dispose();
        _products.Dispose();
        _workers.Dispose();
    }
}
