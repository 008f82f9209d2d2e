using ForwardForward.Runs;

namespace ForwardForward.Cli.Training;

/// <summary>One JSON object per epoch and a last one for the result.</summary>
internal sealed class JsonDisplay(TextWriter output) : ITrainDisplay
{
    private string? _data;

    /// <inheritdoc/>
    public void Show(RunSnapshot run) => _data = run.DataName ?? _data;

    /// <inheritdoc/>
    public void Show(EpochSummary epoch) => JsonLines.Write(output, epoch with { Data = _data });

    /// <inheritdoc/>
    public void Show(TrainResult result) => JsonLines.Write(output, result);

    /// <inheritdoc/>
    public Task RunAsync(Func<Task> body) => body();
}
