using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Supervised;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;
using ForwardForward.Testing;

namespace ForwardForward.Learning.Tests.Supervised;

/// <summary>A small supervised trainer with everything that it stands on.</summary>
internal sealed class Bench : IDisposable
{
    private readonly Workers _workers;
    private readonly MatrixProducts _products;
    private readonly float[] _metrics;

    public Bench(SupervisedSettings? options = null, int threads = 1, Splits<ImageSet>? data = null)
    {
        Options = options ?? Small;
        Data = data ?? SmallData;
        _workers = new Workers(threads);
        _products = new MatrixProducts(_workers);
        Trainer = new SupervisedTrainer(Options, Data.Train, _products);
        _metrics = new float[Trainer.Metrics.Count];
    }

    /// <summary>Ten steps an epoch on <see cref="SmallData"/>.</summary>
    public static SupervisedSettings Small { get; } = new() { HiddenUnits = [48, 40, 33], Epochs = 4, BatchSize = 20, LearningRate = 0.02f };

    public static Splits<ImageSet> SmallData { get; } = TinyDigits.Make(200);

    public SupervisedSettings Options { get; }

    public Splits<ImageSet> Data { get; }

    public SupervisedTrainer Trainer { get; }

    public Bench Run(int steps)
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

    public static void AssertSameBits(TrainerState expected, TrainerState actual)
    {
        Assert.Equal(expected.Matrices.Keys, actual.Matrices.Keys);
        foreach (var (name, matrix) in expected.Matrices)
        {
            Assert.True(Bits(matrix).SequenceEqual(Bits(actual.Matrices[name])), $"{name} differs");
        }

        Assert.Equal(expected.Words.Keys, actual.Words.Keys);
        foreach (var (name, words) in expected.Words)
        {
            Assert.Equal(words, actual.Words[name]);
        }
    }

    public static void AssertClose(TrainerState expected, TrainerState actual, double tolerance)
    {
        Assert.Equal(expected.Matrices.Keys, actual.Matrices.Keys);
        foreach (var (name, matrix) in expected.Matrices)
        {
            var largest = matrix.Values.Zip(actual.Matrices[name].Values, (a, b) => Math.Abs((double)a - b)).Max();
            Assert.True(largest <= tolerance, $"{name} differs by {largest:G3}");
        }
    }

    public void Dispose()
    {
        Trainer.Dispose();
        _products.Dispose();
        _workers.Dispose();
    }

    private static IEnumerable<uint> Bits(StateMatrix matrix) => matrix.Values.Select(BitConverter.SingleToUInt32Bits);
}
