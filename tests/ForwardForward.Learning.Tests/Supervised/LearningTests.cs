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
        var options = new SupervisedOptions { HiddenUnits = [60, 60, 60], Epochs = 10, BatchSize = 50 };
        using var trainer = new SupervisedTrainer(options, data.Train, products);
        for (var step = 0; step < trainer.Epochs * trainer.StepsPerEpoch; step++)
        {
            trainer.Step();
        }

        using var evaluation = trainer.BeginEvaluation(data.Validation, byGoodness: true);
        while (evaluation.Advance())
        {
        }

        Assert.True(evaluation.Errors.GoodnessPercent < 5, $"goodness: {evaluation.Errors.GoodnessPercent} %");
        Assert.True(evaluation.Errors.SoftmaxPercent < 5, $"softmax: {evaluation.Errors.SoftmaxPercent} %");
    }
}
