using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Recurrent;
using ForwardForward.Learning.Trainers;
using ForwardForward.Runs;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.SlowMotion;
using ForwardForward.Web.ViewModels.Starting;

namespace ForwardForward.Web.Components.SlowMotion;

/// <summary>Tells one pair of a batch step by step. What is shown is a copy: the run goes on meanwhile, or holds, as it likes.</summary>
public sealed partial class SlowMotionPanel
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private StepTrace? _story;
    private string? _id;
    private string? _refused;
    private int _at;
    private bool _playing;
    private CancellationTokenSource? _play;

    // A paused run that is stepped has something new to tell; one that runs would tell too much.
    /// <inheritdoc/>
    protected override object? WatchKey => Run is { } run ? (run.Id, IsAlive, run.Layers.Count, run.State == RunState.Paused ? run.Step : -1) : null;

    private IReadOnlyList<SlowStep> Steps => SlowStep.Of(_story?.Layers.Count ?? 0);

    private string Caption => _story is { } story
        ? $"batch {Figures.Count(story.Step)}, pair {story.Pair + 1} of {Figures.Count(story.Pairs)}, learning rate {story.LearningRate.ToString("G2", System.Globalization.CultureInfo.InvariantCulture)}"
        : "one batch, step by step";

    private string Missing => Run switch
    {
        null => "Start a run: here one of its batches is told step by step, with its own figures.",
        { } run when NetworkKinds.Of(run.Recipe) == NetworkKind.Backprop =>
            "This network learns by backpropagation: derivatives travel down through all layers at once, so there is no goodness and no local update to slow down. Any Forward-Forward recipe has both.",
        { } run when NetworkKinds.Of(run.Recipe) == NetworkKind.Recurrent =>
            $"The layers of a recurrent network hear each other and settle together over {(run.Recipe.Settings as RecurrentSettings)?.Iterations} iterations, so there is no pass from layer to layer to slow down. The supervised and unsupervised recipes have one.",
        { Layers.Count: 0 } run => $"It begins when the network is made. {RunProgress.Of(run).Activity ?? RunActions.Meaning(run.State)}",
        { IsReadOnly: true } => "This network ships with the program and trains no more. Start a run and step one batch to see one in slow motion.",
        { State: RunState.Paused } => "The first batch is still to come: step one batch, or resume.",
        _ => IsAlive ? "The first batch is still to come." : "Slow motion needs a run that is alive. Resume or fork it, and step one batch.",
    };

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_id != Run?.Id)
        {
            (_id, _story, _at, _refused) = (Run?.Id, null, 0, null);
            Hold();
        }

        base.OnParametersSet();
    }

    /// <inheritdoc/>
    protected override async Task WatchAsync(RunSnapshot run, CancellationToken cancellation)
    {
        if (!IsAlive || NetworkKinds.Of(run.Recipe) is NetworkKind.Backprop or NetworkKind.Recurrent)
        {
            return;
        }

        using var timer = new PeriodicTimer(Patience, Time);
        do
        {
            if (await Runs.RetellAsync(run.Id, _story?.Pair ?? 0, cancellation) is { } story)
            {
                await InvokeAsync(() => Show(story));
                return;
            }
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        Hold();
        return base.DisposeAsync();
    }

    private static string Heading(SlowStep step) => step.Phase switch
    {
        SlowPhase.Batch => "One pair of the batch",
        SlowPhase.Pass => $"Positive pass: into layer {step.Layer + 1}",
        SlowPhase.Goodness => $"Goodness of layer {step.Layer + 1}",
        SlowPhase.Normalise => $"Normalise layer {step.Layer + 1}",
        SlowPhase.Negative => $"Negative pass: layer {step.Layer + 1}",
        _ => $"Local update of layer {step.Layer + 1}",
    };

    private void Show(StepTrace story)
    {
        (_story, _refused) = (story, null);
        _at = Math.Min(_at, Steps.Count - 1);
        StateHasChanged();
    }

    private async Task TellAsync(int pair)
    {
        try
        {
            if (Run is { } run && await Runs.RetellAsync(run.Id, pair) is { } story)
            {
                Show(story);
            }
            else
            {
                _refused = "The run is not alive any more; what is shown stays.";
            }
        }
        catch (Exception exception) when (exception is RunStateException or RunNotFoundException or RunRequestException)
        {
            _refused = exception.Message;
        }
    }

    private async Task NextBatchAsync()
    {
        try
        {
            await Runs.StepAsync(Run!.Id, StepUnit.Batch);
            await TellAsync(_story?.Pair ?? 0);
        }
        catch (Exception exception) when (exception is RunStateException or RunNotFoundException or RunRequestException)
        {
            _refused = exception.Message;
        }
    }

    private Task GoAsync(int at)
    {
        Hold();
        _at = Math.Clamp(at, 0, Steps.Count - 1);
        return Task.CompletedTask;
    }

    private void Hold()
    {
        _playing = false;
        _play?.Cancel();
        _play?.Dispose();
        _play = null;
    }

    private Task PlayAsync()
    {
        if (_playing)
        {
            Hold();
            return Task.CompletedTask;
        }

        _playing = true;
        _at = _at == Steps.Count - 1 ? 0 : _at;
        _play = new CancellationTokenSource();
        _ = GoOnAsync(_play.Token);
        return Task.CompletedTask;
    }

    private async Task GoOnAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Beat, Time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                await InvokeAsync(() =>
                {
                    if (!cancellation.IsCancellationRequested)
                    {
                        _at = Math.Min(_at + 1, Steps.Count - 1);
                        _playing = _at < Steps.Count - 1;
                        StateHasChanged();
                    }
                });
                if (!_playing)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Held.
        }
    }
}
