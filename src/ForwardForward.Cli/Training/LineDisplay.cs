using ForwardForward.Runs;
using ForwardForward.Runs.Results;

namespace ForwardForward.Cli.Training;

/// <summary>Plain lines, for files and pipes.</summary>
internal sealed class LineDisplay(TextWriter output) : ITrainDisplay
{
    /// <inheritdoc/>
    public void Show(RunSnapshot run)
    {
    }

    /// <inheritdoc/>
    public void Show(EpochSummary epoch)
    {
        output.WriteLine(TrainText.Of(epoch));
        output.Flush();
    }

    /// <inheritdoc/>
    public void Show(TrainResult result) => output.WriteLine(TrainText.Of(result));

    /// <inheritdoc/>
    public Task RunAsync(Func<Task> body) => body();
}
