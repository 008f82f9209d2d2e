using System.Globalization;
using ForwardForward.Runs;
using Microsoft.AspNetCore.Components;

namespace ForwardForward.Web.Components.RunViews;

/// <summary>Sets the factor on the learning rates of a run that is alive: a tenth to tenfold, in even ratios.</summary>
public sealed partial class LearningRateControl
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private int? _position;
    private string? _id;
    private string? _problem;

    /// <summary>The run.</summary>
    [Parameter, EditorRequired]
    public RunSnapshot Run { get; set; } = null!;

    [Inject]
    private IRunService Runs { get; set; } = null!;

    private int Position => _position ?? Of(Run.LastMetrics?.Values.GetValueOrDefault(MetricNames.Factor, 1) ?? 1);

    private double Factor => Math.Pow(10, Position / 20.0);

    private double Rate => Run.Recipe.Settings.LearningRate * Factor * (Run.LastMetrics?.Values.GetValueOrDefault(MetricNames.Gain, 1) ?? 1);

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_id != Run.Id)
        {
            (_id, _position, _problem) = (Run.Id, null, null);
        }
    }

    private static int Of(double factor) => factor > 0 ? (int)Math.Clamp(Math.Round(20 * Math.Log10(factor)), -20, 20) : 0;

    private void Show(ChangeEventArgs change) => _position = int.TryParse(change.Value as string, NumberStyles.Integer, Invariant, out var position) ? position : 0;

    private async Task SetAsync(ChangeEventArgs change)
    {
        Show(change);
        try
        {
            await Runs.SetLearningRateFactorAsync(Run.Id, (float)Factor);
            _problem = null;
        }
        catch (Exception exception) when (exception is RunStateException or RunNotFoundException or RunRequestException)
        {
            _problem = exception.Message;
        }
    }
}
