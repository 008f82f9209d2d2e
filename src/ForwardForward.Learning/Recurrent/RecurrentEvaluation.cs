using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;
using ForwardForward.Learning.Classifying;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Learning.Recurrent;

/// <summary>Counts the errors of a trainer's present weights. The weights must stay as they are until it is done.</summary>
internal sealed class RecurrentEvaluation : IEvaluation
{
    private const int BatchSize = 100;
    private readonly LabelledImages _images;
    private readonly bool _byGoodness;
    private readonly Func<long> _completedSteps;
    private readonly long _stepsAtStart;
    private readonly PixelBatch _batch;
    private readonly RecurrentClassifier _classifier;
    private int _goodnessErrors;
    private int _softmaxErrors;

    public RecurrentEvaluation(
        RecurrentWeights weights, RecurrentOptions options, MatrixProducts products, LabelledImages images, bool byGoodness, Func<long> completedSteps)
    {
        (_images, _byGoodness, _completedSteps, _stepsAtStart) = (images, byGoodness, completedSteps, completedSteps());
        _batch = new PixelBatch(BatchSize, weights.Pixels);
        _classifier = new RecurrentClassifier(weights, options, products, BatchSize, byGoodness, options.Scored.Last);
    }

    public int Total => _images.Count;

    public int Done { get; private set; }

    public ErrorRates Errors => new(_byGoodness ? Percent(_goodnessErrors) : null, Percent(_softmaxErrors));

    public bool Advance()
    {
        if (_completedSteps() != _stepsAtStart)
        {
            throw new InvalidOperationException("The trainer has gone on since this count of errors began: begin a new one.");
        }

        var count = Math.Min(BatchSize, Total - Done);
        if (count == 0)
        {
            return false;
        }

        _batch.Load(_images, Done, count);
        _classifier.Run(_batch);
        for (var i = 0; i < count; i++)
        {
            _softmaxErrors += _classifier.LikeliestLabel(i) == _batch.Labels[i] ? 0 : 1;
            _goodnessErrors += !_byGoodness || _classifier.BestLabel(i, count) == _batch.Labels[i] ? 0 : 1;
        }

        Done += count;
        return true;
    }

    public void Dispose()
    {
        _classifier.Dispose();
        _batch.Dispose();
    }

    private double? Percent(int errors) => Done == 0 ? null : 100.0 * errors / Done;
}
