using System.Threading.Channels;
using ForwardForward.Cli.Training;
using ForwardForward.Runs;
using ForwardForward.Runs.Results;

namespace ForwardForward.Cli.Tests.Training;

/// <summary>Remembers what it was shown.</summary>
internal sealed class RecordingDisplay : ITrainDisplay
{
    private readonly Channel<int> _shown = Channel.CreateUnbounded<int>();

    public List<int> Epochs { get; } = [];

    public async Task ShownAsync(int epochs)
    {
        for (var i = 0; i < epochs; i++)
        {
            Epochs.Add(await _shown.Reader.ReadAsync(TestContext.Current.CancellationToken));
        }
    }

    public void Show(RunSnapshot run)
    {
    }

    public void Show(EpochSummary epoch) => _shown.Writer.TryWrite(epoch.Epoch);

    public void Show(TrainResult result)
    {
    }

    public Task RunAsync(Func<Task> body) => body();
}
