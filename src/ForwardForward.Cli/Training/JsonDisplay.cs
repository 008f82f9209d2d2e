using ForwardForward.Runs;
using ForwardForward.Runs.Results;

namespace ForwardForward.Cli.Training;

/// <summary>One JSON object per epoch and a last one for the result.</summary>
internal sealed class JsonDisplay(TextWriter output) : ITrainDisplay
{
    /// <inheritdoc/>
    public void Show(RunSnapshot run)
    {
    }

    /// <inheritdoc/>
    public void Show(EpochSummary epoch) => JsonLines.Write(output, epoch);

    /// <inheritdoc/>
    public void Show(TrainResult result) => JsonLines.Write(output, result);

    /// <inheritdoc/>
    public Task RunAsync(Func<Task> body) => body();
}
