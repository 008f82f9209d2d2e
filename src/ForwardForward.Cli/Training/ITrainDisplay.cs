using ForwardForward.Runs;
using ForwardForward.Runs.Results;

namespace ForwardForward.Cli.Training;

/// <summary>How a run is shown while it trains. Calls come one at a time.</summary>
internal interface ITrainDisplay
{
    /// <summary>The run as it is now, several times a second.</summary>
    void Show(RunSnapshot run);

    /// <summary>An epoch is complete.</summary>
    void Show(EpochSummary epoch);

    /// <summary>The run has done its schedule.</summary>
    void Show(TrainResult result);

    /// <summary>Shows what <paramref name="body"/> does, from beginning to end.</summary>
    Task RunAsync(Func<Task> body);
}
