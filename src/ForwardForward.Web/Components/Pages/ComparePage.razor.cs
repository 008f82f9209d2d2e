using ForwardForward.Runs;
using ForwardForward.Web.Components.Live;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Comparing;
using ForwardForward.Web.ViewModels.Curves;
using ForwardForward.Web.ViewModels.Starting;
using Microsoft.AspNetCore.Components;

namespace ForwardForward.Web.Components.Pages;

/// <summary>Two runs on shared axes, live as long as they are. The link says which.</summary>
public sealed partial class ComparePage : IAsyncDisposable
{
    private const string OfFirst = "a/";
    private const string OfSecond = "b/";

    private MetricHistory _history = new();
    private RunWatch? _first;
    private RunWatch? _second;
    private (string?, string?)? _shown;
    private string? _missing;

    /// <summary>The first run, from the link.</summary>
    [SupplyParameterFromQuery]
    private string? A { get; set; }

    /// <summary>The second run, from the link.</summary>
    [SupplyParameterFromQuery]
    private string? B { get; set; }

    [Inject]
    private IRunService Runs { get; set; } = null!;

    [Inject]
    private RecipeShelf Shelf { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private IReadOnlyList<SettingDifference> Differences => SettingDifferences.Between(_first!.Run, _second!.Run, Shelf);

    // A procedure that neither run has gets no empty chart.
    private IEnumerable<(string Title, string Metric, string Term)> Charts
    {
        get
        {
            RunProcedures[] both = [RunProcedures.Of(_first!.Run, Shelf), RunProcedures.Of(_second!.Run, Shelf)];
            if (both.Any(one => one.Goodness))
            {
                yield return ("Error by goodness", MetricNames.ValidationGoodness, "by-goodness");
            }

            if (both.Any(one => one.Softmax))
            {
                yield return ("Error by softmax", MetricNames.ValidationSoftmax, "by-softmax");
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (A, B))
        {
            return;
        }

        _shown = (A, B);
        await LeaveAsync();
        (_history, _missing) = (new MetricHistory(), null);
        if (string.IsNullOrEmpty(A) || string.IsNullOrEmpty(B))
        {
            _missing = "A comparison needs two runs: choose them in the list.";
            return;
        }

        try
        {
            var (first, second) = (Runs.Get(A), Runs.Get(B));
            _first = new RunWatch(Runs, Time, first, ChangedAsync, _history, OfFirst);
            _second = new RunWatch(Runs, Time, second, ChangedAsync, _history, OfSecond);
        }
        catch (RunNotFoundException exception)
        {
            _missing = $"{exception.Message} It may have been deleted, or the link may be cut short.";
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await LeaveAsync();

    private static string Detail(RunSnapshot run) => string.Join(" · ", new[]
    {
        $"{run.Recipe.Scale.ToString().ToLowerInvariant()} scale", $"seed {run.Recipe.Seed}", run.DataName, RunProgress.Of(run).Where,
    }.OfType<string>());

    private static IEnumerable<(string Name, double? Value)> Errors(RunSnapshot run) => new (string Name, double? Value)[]
    {
        ("validation, goodness", run.Errors.ValidationGoodness), ("validation, softmax", run.Errors.ValidationSoftmax),
        ("test, goodness", run.Errors.TestGoodness), ("test, softmax", run.Errors.TestSoftmax),
    }.Where(error => error.Value is not null);

    private static ChartLine[] Lines(string metric) =>
        [new(OfFirst + metric, "A", LineRole.First, Unit: " %"), new(OfSecond + metric, "B", LineRole.Second, Unit: " %")];

    private static TableColumn[] Columns(string metric) => [new(OfFirst + metric, "A", Figures.Percent), new(OfSecond + metric, "B", Figures.Percent)];

    private Task ChangedAsync() => InvokeAsync(() =>
    {
        if (_first is { IsGone: true } || _second is { IsGone: true })
        {
            _missing ??= "One of the runs was deleted.";
        }

        StateHasChanged();
    });

    private async Task LeaveAsync()
    {
        var (first, second) = (_first, _second);
        (_first, _second) = (null, null);
        foreach (var watch in new[] { first, second }.OfType<RunWatch>())
        {
            await watch.DisposeAsync();
        }
    }
}
