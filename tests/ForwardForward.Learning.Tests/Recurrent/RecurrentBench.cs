using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Recurrent;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;
using ForwardForward.Testing;

namespace ForwardForward.Learning.Tests.Recurrent;

/// <summary>A small recurrent trainer with everything that it stands on.</summary>
internal sealed class RecurrentBench : IDisposable
{
    private readonly Workers _workers;
    private readonly MatrixProducts _products;
    private readonly float[] _metrics;

    public RecurrentBench(RecurrentSettings? options = null, int threads = 1, Splits<ImageSet>? data = null)
    {
        Options = options ?? Small;
        Data = data ?? SmallData;
        _workers = new Workers(threads);
        _products = new MatrixProducts(_workers);
        Trainer = new RecurrentTrainer(Options, Data.Train, _products);
        _metrics = new float[Trainer.Metrics.Count];
    }

    /// <summary>Ten steps an epoch on <see cref="SmallData"/>.</summary>
    public static RecurrentSettings Small { get; } = new() { HiddenUnits = [40, 33], Epochs = 4, BatchSize = 20, LearningRate = 0.02f };

    public static Splits<ImageSet> SmallData { get; } = TinyDigits.Make(200);

    public RecurrentSettings Options { get; }

    public Splits<ImageSet> Data { get; }

    public RecurrentTrainer Trainer { get; }

    public RecurrentBench Run(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            Trainer.Step(_metrics);
        }

        return this;
    }

    public (double Goodness, double Softmax) ValidationErrors()
    {
        using var evaluation = Trainer.BeginEvaluation(Data.Validation, thorough: true);
        while (evaluation.Advance())
        {
        }

        return (evaluation.Scores.Of(Measures.GoodnessError)!.Value, evaluation.Scores.Of(Measures.SoftmaxError)!.Value);
    }

    public void Dispose()
    {
        Trainer.Dispose();
        _products.Dispose();
        _workers.Dispose();
    }
}
