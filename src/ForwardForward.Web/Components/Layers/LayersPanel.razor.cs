using System.Globalization;
using ForwardForward.Learning.Readings;
using ForwardForward.Runs;
using ForwardForward.Web.ViewModels;

namespace ForwardForward.Web.Components.Layers;

/// <summary>Reads the statistics of every layer once a second while somebody looks.</summary>
public sealed partial class LayersPanel
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private LayerStatistics?[] _read = [];

    /// <inheritdoc/>
    protected override object? WatchKey => Run is { } run ? (run.Id, run.State, run.Layers.Count) : null;

    private string Missing => Run switch
    {
        null => "Start a run: here every layer shows how the goodness of its batch is spread, and how many of its units take part.",
        { Layers.Count: 0 } run => $"The layers appear when the network is made. {RunProgress.Of(run).Activity ?? RunActions.Meaning(run.State)}",
        _ when Moment is { } moment => $"Nothing had been trained at step {moment.Step}: there was no batch to measure yet.",
        { IsReadOnly: true } => "This network ships with the program and trains no more. Start a run to see how its layers are measured.",
        _ => IsAlive ? "The first batch is still to come." : "Layers are measured while a run is alive. Resume or fork it to see them.",
    };

    /// <inheritdoc/>
    protected override bool ShowsMoments => true;

    /// <inheritdoc/>
    protected override Task ShowAsync(Moment moment, CancellationToken cancellation) => InvokeAsync(() =>
    {
        _read = [.. moment.Layers.Take(Run?.Layers.Count ?? 0)];
        StateHasChanged();
    });

    /// <inheritdoc/>
    protected override async Task WatchAsync(RunSnapshot run, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Pace, Time);
        do
        {
            var read = new LayerStatistics?[run.Layers.Count];
            for (var layer = 0; layer < read.Length; layer++)
            {
                read[layer] = await Runs.LayerStatisticsAsync(run.Id, layer, cancellation);
            }

            _read = read;
            await InvokeAsync(StateHasChanged);
        }
        while (IsAlive && await timer.WaitForNextTickAsync(cancellation));
    }

    private static float[] PerUnit(float[] goodness, int units) => Array.ConvertAll(goodness, value => value / Math.Max(1, units));

    private static string Rms(float value) => float.IsFinite(value) ? value.ToString("G3", CultureInfo.InvariantCulture) : Figures.None;
}
