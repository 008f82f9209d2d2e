using System.Globalization;
using ForwardForward.Runs;
using ForwardForward.Web.ViewModels;
using Microsoft.AspNetCore.Components;

namespace ForwardForward.Web.Components.RunViews;

/// <summary>A command that the strip can send.</summary>
public enum RunCommand
{
    /// <summary>Hold.</summary>
    Pause,

    /// <summary>Go on.</summary>
    Resume,

    /// <summary>One batch.</summary>
    StepBatch,

    /// <summary>To the end of the epoch.</summary>
    StepEpoch,

    /// <summary>End.</summary>
    Stop,

    /// <summary>Branch off.</summary>
    Fork,

    /// <summary>Begin again from the first batch, after asking.</summary>
    Reset,
}

/// <summary>State, progress and commands of one run.</summary>
public sealed partial class RunControls
{
    /// <summary>The run.</summary>
    [Parameter, EditorRequired]
    public RunSnapshot Run { get; set; } = null!;

    /// <summary>Why the last command failed; null when it did not.</summary>
    [Parameter]
    public string? Problem { get; set; }

    /// <summary>Told when a command is pressed.</summary>
    [Parameter]
    public EventCallback<RunCommand> OnCommand { get; set; }

    /// <summary>Whether only what a class needs shows: pause and resume.</summary>
    [Parameter]
    public bool Few { get; set; }

    private RunProgress Progress => RunProgress.Of(Run);

    private string? Percent => Progress.Share is { } share ? (share * 100).ToString("0.##", CultureInfo.InvariantCulture) : null;

    private string Detail => string.Join(" · ", new[]
    {
        Run.Recipe.Scale.ToString().ToLowerInvariant() + " scale",
        $"seed {Run.Recipe.Seed}",
        Run.DataName,
        Run.ForkedFrom is { } origin ? $"forked from {origin}" : null,
    }.OfType<string>());

    private string Spoken
    {
        get
        {
            var parts = new[]
            {
                Progress.Activity,
                Progress.Where,
                SaysBatch ? $"{Figures.Count(Run.Step)} of {Figures.Count((long)Run.StepsPerEpoch * Run.Epochs)} batches" : null,
                Progress.Activity is null && Run.State == RunState.Running && Run.SamplesPerSecond is { } rate ? $"{Figures.Count((long)rate)} images/s" : null,
                Progress.Remaining ?? (Run.TrainSeconds > 0 ? $"trained for {Figures.Duration(Run.TrainSeconds)}" : null),
            };
            var words = string.Join(" · ", parts.OfType<string>());
            return words.Length > 0 ? words : RunActions.Meaning(Run.State);
        }
    }

    // A run that holds says where it holds, even in the middle of a count; one that goes on has no room for both.
    private bool SaysBatch => Run.StepsPerEpoch > 0 && (Progress.Activity is null || Run.State == RunState.Paused);

    private Task DoAsync(RunCommand command) => OnCommand.InvokeAsync(command);
}
