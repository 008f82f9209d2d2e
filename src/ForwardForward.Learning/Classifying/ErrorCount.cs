using ForwardForward.Data.Images;

namespace ForwardForward.Learning.Classifying;

/// <summary>Counts the errors of a trainer's present weights, batch by batch. The weights must stay as they are until it is done.</summary>
/// <param name="reader">Reads the images; disposed of with the count.</param>
/// <param name="images">The images.</param>
/// <param name="completedSteps">Steps of the trainer, to notice that it has gone on.</param>
internal sealed class ErrorCount(IBatchReader reader, ImageSet images, Func<long> completedSteps) : IEvaluation
{
    private readonly long _stepsAtStart = completedSteps();
    private int _goodnessErrors;
    private int _softmaxErrors;

    public int Total => images.Count;

    public int Done { get; private set; }

    public ErrorRates Errors => new(reader.ByGoodness ? Percent(_goodnessErrors) : null, Percent(_softmaxErrors));

    public bool Advance()
    {
        if (completedSteps() != _stepsAtStart)
        {
            throw new InvalidOperationException("The trainer has gone on since this count of errors began: begin a new one.");
        }

        var count = Math.Min(reader.Capacity, Total - Done);
        if (count == 0)
        {
            return false;
        }

        reader.Read(images, Done, count);
        for (var i = 0; i < count; i++)
        {
            int label = images.Labels[Done + i];
            _softmaxErrors += reader.BySoftmax(i) == label ? 0 : 1;
            _goodnessErrors += !reader.ByGoodness || reader.ByGoodnessOfLabels(i, count) == label ? 0 : 1;
        }

        Done += count;
        return true;
    }

    public void Dispose() => reader.Dispose();

    private double? Percent(int errors) => Done == 0 ? null : 100.0 * errors / Done;
}
