using ForwardForward.Data.Images;
using ForwardForward.Frames;
using ForwardForward.Learning.Models;

namespace ForwardForward.Testing.Runs;

/// <summary>Finds scores that depend on the step alone.</summary>
internal sealed class FakeEvaluation(FakeTraining setting, ImageSet images, bool thorough, long step) : IEvaluation
{
    private const int Batch = 10;
    private int _done;

    public double Progress => images.Count == 0 ? 1 : (double)_done / images.Count;

    public IReadOnlyList<Score> Scores => setting.Scores is { } own ? own(step) : thorough
        ? [new(Measures.GoodnessError.Name, 50.0 / (step + 1)), new(Measures.SoftmaxError.Name, 60.0 / (step + 1))]
        : [new(Measures.SoftmaxError.Name, 60.0 / (step + 1))];

    public bool Advance()
    {
        if (_done >= images.Count)
        {
            return false;
        }

        setting.Counts.Pass();
        _done = Math.Min(images.Count, _done + Batch);
        return true;
    }

    public void Dispose()
    {
    }
}
