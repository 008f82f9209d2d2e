using ForwardForward.Data.Images;
using ForwardForward.Frames;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Models;

/// <summary>Counts the errors of a trainer's present weights, batch by batch. The weights must stay as they are until it is done.</summary>
/// <param name="model">Reads the images; disposed of with the count.</param>
/// <param name="images">The images.</param>
/// <param name="course">The trainer's, to notice that it has gone on.</param>
internal sealed class ErrorCount(ImageModel model, ImageSet images, Course course) : IEvaluation
{
    private readonly long _stepsAtStart = course.CompletedSteps;
    private int _done;
    private int _goodnessErrors;
    private int _softmaxErrors;

    public double Progress => images.Count == 0 ? 1 : (double)_done / images.Count;

    public IReadOnlyList<Score> Scores => _done == 0
        ? []
        : [.. model.TriesLabels ? [Of(Measures.GoodnessError, _goodnessErrors)] : Array.Empty<Score>(), Of(Measures.SoftmaxError, _softmaxErrors)];

    public bool Advance()
    {
        if (course.CompletedSteps != _stepsAtStart)
        {
            throw new InvalidOperationException("The trainer has gone on since this count of errors began: begin a new one.");
        }

        var count = Math.Min(model.Capacity, images.Count - _done);
        if (count == 0)
        {
            return false;
        }

        model.Run(images, _done, count);
        for (var i = 0; i < count; i++)
        {
            int label = images.Labels[_done + i];
            _softmaxErrors += model.LikeliestLabel(i) == label ? 0 : 1;
            _goodnessErrors += !model.TriesLabels || model.BestLabel(i) == label ? 0 : 1;
        }

        _done += count;
        return true;
    }

    public void Dispose() => model.Dispose();

    private Score Of(ScoreInfo measure, int errors) => new(measure.Name, 100.0 * errors / _done);
}
