using ForwardForward.Runs;
using ForwardForward.Runs.Results;
using Spectre.Console;

namespace ForwardForward.Cli.Training;

/// <summary>A progress bar with an estimate of the time that is left; epochs scroll by above it.</summary>
internal sealed class ProgressDisplay(TextWriter output) : ITrainDisplay
{
    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
    private ProgressTask? _bar;
    private TrainResult? _result;

    /// <inheritdoc/>
    public void Show(RunSnapshot run)
    {
        if (_bar is null)
        {
            return;
        }

        _bar.Description = Markup.Escape(TrainText.Activity(run));
        if (run.StepsPerEpoch > 0)
        {
            _bar.IsIndeterminate = false;
            _bar.MaxValue = (double)run.StepsPerEpoch * run.Epochs;
            _bar.Value = run.Step;
        }
    }

    /// <inheritdoc/>
    public void Show(EpochSummary epoch) => _console.WriteLine(TrainText.Of(epoch));

    /// <inheritdoc/>
    public void Show(TrainResult result) => _result = result;

    /// <inheritdoc/>
    public async Task RunAsync(Func<Task> body)
    {
        await _console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                _bar = context.AddTask("starting");
                _bar.IsIndeterminate = true;
                await body();
            });
        if (_result is not null)
        {
            // Not through the console: it would break long lines.
            await output.WriteLineAsync(TrainText.Of(_result));
        }
    }
}
