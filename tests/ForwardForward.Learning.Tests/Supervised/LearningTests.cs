using ForwardForward.Learning.Models;
using ForwardForward.Learning.Supervised;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;
using ForwardForward.Testing;

namespace ForwardForward.Learning.Tests.Supervised;

public sealed class LearningTests
{
    [Fact]
    public void LearnsTinyPatternsByBothProcedures()
    {
        var data = TinyDigits.Make(1000, 200);
        using var workers = new Workers(1);
        using var products = new MatrixProducts(workers);
        var options = new SupervisedSettings { HiddenUnits = [60, 60, 60], Epochs = 10, BatchSize = 50 };
        using var trainer = new SupervisedTrainer(options, data.Train, products);
        for (var step = 0; step < trainer.Course.Epochs * trainer.Course.StepsPerEpoch; step++)
        {
            trainer.Step();
        }

        using var evaluation = trainer.BeginEvaluation(data.Validation, thorough: true);
        while (evaluation.Advance())
        {
        }

        Assert.True(evaluation.Scores.Of(Measures.GoodnessError) < 5, $"goodness: {evaluation.Scores.Of(Measures.GoodnessError)} %");
        Assert.True(evaluation.Scores.Of(Measures.SoftmaxError) < 5, $"softmax: {evaluation.Scores.Of(Measures.SoftmaxError)} %");
    }
}
