using ForwardForward.Runs;
using ForwardForward.Web.Components.Comparing;
using ForwardForward.Web.Components.Live;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Comparing;
using ForwardForward.Web.ViewModels.Curves;
using ForwardForward.Web.ViewModels.RunLists;
using ForwardForward.Web.ViewModels.Starting;
using Microsoft.AspNetCore.Components;

namespace ForwardForward.Web.Components.Pages;

/// <summary>Two to eight runs on shared axes, live as long as they are. The link says which, by what, and how it is drawn.</summary>
public sealed partial class ComparePage : IAsyncDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    private MetricHistory _history = new();
    private List<RunWatch> _watches = [];
    private string? _shown;
    private string? _missing;
    private string? _gone;

    /// <summary>The runs, from the link, with commas between them.</summary>
    [SupplyParameterFromQuery(Name = "runs")]
    private string? RunIds { get; set; }

    /// <summary>The first of two runs, as older links have it.</summary>
    [SupplyParameterFromQuery]
    private string? A { get; set; }

    /// <summary>The second of two runs, as older links have it.</summary>
    [SupplyParameterFromQuery]
    private string? B { get; set; }

    /// <summary>The metric, from the link.</summary>
    [SupplyParameterFromQuery(Name = "metric")]
    private string? MetricOfLink { get; set; }

    /// <summary>The layer, from the link; counts from 1 there.</summary>
    [SupplyParameterFromQuery]
    private string? Layer { get; set; }

    /// <summary>The horizontal axis, from the link.</summary>
    [SupplyParameterFromQuery]
    private string? Axis { get; set; }

    /// <summary>The vertical axis, from the link: log or linear.</summary>
    [SupplyParameterFromQuery]
    private string? Scale { get; set; }

    [Inject]
    private IRunService Service { get; set; } = null!;

    [Inject]
    private BestErrors Best { get; set; } = null!;

    [Inject]
    private RecipeList Shelf { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private CompareView View { get; set; } = new([]);

    private IReadOnlyList<RunSnapshot> Runs => _watches.ConvertAll(watch => watch.Run);

    private string Ids => string.Join(',', View.Runs);

    private int Layers => Runs.Select(run => run.Layers.Count).Append(1).Max();

    // What no run has is not offered.
    private IReadOnlyList<CompareMetric> Metrics
    {
        get
        {
            var procedures = Runs.Select(run => RunProcedures.Of(run)).ToArray();
            CompareMetric[] known =
            [
                .. CompareMetric.All.Where(metric => metric.Name switch
                {
                    MetricNames.ValidationGoodness or MetricNames.TrainingGoodness => procedures.Any(one => one.Goodness),
                    MetricNames.ValidationSoftmax => procedures.Any(one => one.Softmax),
                    _ => !metric.OfLayers || procedures.Any(one => one.LayerGoodness),
                }),
            ];
            var errors = known.TakeWhile(metric => IsScore(metric.Name)).ToArray();
            return [.. errors, .. Runs.SelectMany(OtherMeasures.Of).DistinctBy(measure => measure.Name).Select(CompareMetric.Of), .. known[errors.Length..]];
        }
    }

    private CompareMetric Metric => Metrics.FirstOrDefault(metric => metric.Name == View.Metric) ?? Metrics[0];

    private int LayerShown => Math.Min(View.Layer, Layers - 1);

    private string MetricName => Metric.Of(LayerShown);

    private CurveAxis AxisShown => CompareTools.AxisOf(View);

    private bool Logarithmic => View.Logarithmic ?? Metric.Logarithmic;

    private string Caption => string.Join(", ", new[] { Metric.OfLayers ? $"layer {LayerShown + 1}" : null, Logarithmic ? "logarithmic" : null }.OfType<string>());

    // How much of what there is has come in.
    private double Read
    {
        get
        {
            var all = _watches.Sum(watch => (watch.Run.LastMetrics?.Sequence ?? -1) + 1);
            return all == 0 ? 1 : Math.Min(1, (double)_watches.Sum(watch => _history.Next(Prefix(watch))) / all);
        }
    }

    private IReadOnlyList<SettingDifference> Differences => SettingDifferences.Among(Runs, Shelf);

    private ChartLine[] Lines =>
        [.. _watches.Select((watch, i) => new ChartLine(Prefix(watch) + MetricName, ComparedRuns.Letter(i), LineRole.Run1 + i, Metric.Scale, Unit: Metric.Unit, Points: IsScore(Metric.Name) || Metric.Name == MetricNames.TrainingGoodness))];

    private TableColumn[] Columns =>
        [.. _watches.Select((watch, i) => new TableColumn(Prefix(watch) + MetricName, ComparedRuns.Letter(i), value => Metric.Unit == " %" ? Figures.Percent(value * Metric.Scale) : Figures.Value(value)))];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        View = CompareView.Parse(RunIds, A, B, MetricOfLink, Layer, Axis, Scale);
        if (_shown == Ids)
        {
            return;
        }

        _shown = Ids;
        await LeaveAsync();
        (_history, _gone) = (new MetricHistory(), null);
        _missing = View.Problem;
        if (_missing is not null)
        {
            return;
        }

        try
        {
            var runs = View.Runs.Select(Service.Get).ToArray();
            _watches = [.. runs.Select(run => new RunWatch(Service, Time, run, ChangedAsync, _history, run.Id + "/"))];
            _ = FollowReadingAsync(_history);
        }
        catch (RunNotFoundException exception)
        {
            _missing = $"{exception.Message} It may have been deleted, or the link may be cut short.";
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await LeaveAsync();

    private static bool IsScore(string metric) => ScoreNames.Split(metric) == ScoreNames.Validation;

    private static string Prefix(RunWatch watch) => watch.Run.Id + "/";

    private void Show(CompareView view) => Navigation.NavigateTo(view.Link(), replace: true);

    private void Remove(RunSnapshot run) => Navigation.NavigateTo((View with { Runs = [.. View.Runs.Where(id => id != run.Id)] }).Link());

    private Task ChangedAsync() => InvokeAsync(() =>
    {
        if (_watches.Find(watch => watch.IsGone) is { } gone)
        {
            _gone = $"Run '{gone.Run.Id}' was deleted meanwhile; its curve ends here.";
        }

        StateHasChanged();
    });

    // Until everything stored has come in, the page says how far it is; errors over time are read on the way.
    private async Task FollowReadingAsync(MetricHistory history)
    {
        using var timer = new PeriodicTimer(Pace, Time);
        while (ReferenceEquals(history, _history) && Read < 1 && await timer.WaitForNextTickAsync())
        {
            await InvokeAsync(StateHasChanged);
        }

        foreach (var run in ReferenceEquals(history, _history) ? Runs : [])
        {
            try
            {
                await Task.Run(() => Best.ReadAsync(run, CancellationToken.None));
            }
            catch (Exception exception) when (exception is RunNotFoundException or RunStateException)
            {
                // Deleted, or without a history: there is no lowest error.
            }
        }

        await InvokeAsync(StateHasChanged);
    }

    private async Task LeaveAsync()
    {
        var watches = _watches;
        (_watches, _history) = ([], new MetricHistory());
        foreach (var watch in watches)
        {
            await watch.DisposeAsync();
        }
    }
}
