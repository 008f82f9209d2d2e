using ForwardForward.Data.Images;
using ForwardForward.Learning.Classifying;
using ForwardForward.Learning.Layers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Unsupervised;

/// <summary>Counts the errors of a trainer's present weights by softmax, the only procedure there is without labels in the image.</summary>
internal sealed class UnsupervisedEvaluation(
    UnsupervisedWeights weights, LayerRule rule, MatrixProducts products, LabelledImages images, Func<long> completedSteps) : IEvaluation
{
    private const int BatchSize = 100;
    private readonly SoftmaxClassifier _classifier = new(weights, rule, products, BatchSize);
    private readonly long _stepsAtStart = completedSteps();
    private int _errors;

    public int Total => images.Count;

    public int Done { get; private set; }

    public ErrorRates Errors => new(null, Done == 0 ? null : 100.0 * _errors / Done);

    public bool Advance()
    {
        if (completedSteps() != _stepsAtStart)
        {
            throw new InvalidOperationException("The trainer has gone on since this count of errors began: begin a new one.");
        }

        var count = Math.Min(BatchSize, Total - Done);
        if (count == 0)
        {
            return false;
        }

        _classifier.Run(images, Done, count);
        for (var i = 0; i < count; i++)
        {
            _errors += _classifier.Label(i) == images.Labels[Done + i] ? 0 : 1;
        }

        Done += count;
        return true;
    }

    public void Dispose() => _classifier.Dispose();
}
