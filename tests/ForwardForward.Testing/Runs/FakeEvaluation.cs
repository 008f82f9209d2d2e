using ForwardForward.Data.Images;
using ForwardForward.Learning.Classifying;

namespace ForwardForward.Testing.Runs;

/// <summary>Counts errors that depend on the step alone.</summary>
internal sealed class FakeEvaluation(FakeTraining setting, ImageSet images, bool byGoodness, long step) : IEvaluation
{
    private const int Batch = 10;

    public int Total => images.Count;

    public int Done { get; private set; }

    public ErrorRates Errors => new(byGoodness ? 50.0 / (step + 1) : null, 60.0 / (step + 1));

    public bool Advance()
    {
        if (Done >= Total)
        {
            return false;
        }

        setting.Counts.Pass();
        Done = Math.Min(Total, Done + Batch);
        return true;
    }

    public void Dispose()
    {
    }
}
