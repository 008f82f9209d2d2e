using ForwardForward.Recipes;
using ForwardForward.Runs;
using ForwardForward.Runs.Results;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Glossary;
using ForwardForward.Web.ViewModels.Paper;
using Microsoft.AspNetCore.Components;

namespace ForwardForward.Web.Components.Pages;

/// <summary>The paper's figures beside ours, each with a button that runs it.</summary>
public sealed partial class PaperPage : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private IReadOnlyList<ReproducedRow> _rows = [];
    private IReadOnlyList<RunSnapshot> _runs = [];
    private string? _problem;

    [Inject]
    private PaperShelf Shelf { get; set; } = null!;

    [Inject]
    private IRunService Runs { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        try
        {
            _rows = Shelf.Read.Value;
        }
        catch (StoredResultsException exception)
        {
            _problem = exception.Message;
        }

        _ = FollowAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    // A narrow screen has no room for dashes.
    private static string Empty(bool isEmpty) => isEmpty ? "empty" : "";

    private static string? Meaning(string id) => Terms.Find(id)?.Meaning;

    private static string Hint(ReproducedRow row, RunsHere here) =>
        $"Start seed {here.NextSeed} at paper scale; it waits for its turn{(row.Seconds is { } seconds ? $" and then takes about {Figures.Duration(seconds)}, as on the machine of the stored runs" : "")}";

    private static RenderFragment Cell(IReadOnlyList<double> errors, double? paper) => builder =>
    {
        var figures = PaperFigures.Of(errors);
        builder.AddContent(0, figures.Mean);
        if (figures.Spread is { } spread)
        {
            builder.OpenElement(1, "span");
            builder.AddAttribute(2, "class", "spread quiet");
            builder.AddContent(3, " " + spread);
            builder.CloseElement();
        }

        if (paper is { } figure && errors.Count > 0 && Math.Round(errors.Average(), 2) <= figure)
        {
            builder.AddMarkupContent(4, "<span class=\"reached\" title=\"Not above the paper's\"><span aria-hidden=\"true\"> ✓</span><span class=\"visually-hidden\">, not above the paper's</span></span>");
        }
    };

    private async Task FollowAsync()
    {
        var cancellation = _stop.Token;
        try
        {
            _runs = Runs.List();
            await foreach (var _ in Runs.WatchAsync(null, cancellation))
            {
                await InvokeAsync(() =>
                {
                    _runs = Runs.List();
                    StateHasChanged();
                });
                await Task.Delay(Pace, Time, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task StartAsync(ReproducedRow row)
    {
        try
        {
            _problem = null;
            var run = await Runs.StartAsync(new StartRun(row.Row.Recipe, Scale.Paper, RunsHere.Of(row, Runs.List()).NextSeed));
            Navigation.NavigateTo(new LabView(run.Id).Link());
        }
        catch (Exception exception) when (exception is RunRequestException or RunStateException or IOException)
        {
            _problem = exception.Message;
        }
    }
}
