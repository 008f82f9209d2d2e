using ForwardForward.Experiments;
using ForwardForward.Runs;
using ForwardForward.Runs.Results;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Paper;
using Microsoft.AspNetCore.Components;

namespace ForwardForward.Web.Components.Pages;

/// <summary>The paper's figures beside ours, each with a button that runs it.</summary>
public sealed partial class PaperPage
{
    private IReadOnlyList<ReproducedRow> _rows = [];
    private string? _problem;

    [Inject]
    private PaperShelf Shelf { get; set; } = null!;

    [Inject]
    private IRunService Runs { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

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
    }

    // A narrow screen has no room for dashes.
    private static string Empty(bool isEmpty) => isEmpty ? "empty" : "";

    private static RenderFragment Cell(IReadOnlyList<double> errors) => builder =>
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
    };

    private async Task StartAsync(ReproducedRow row)
    {
        try
        {
            _problem = null;
            var run = await Runs.StartAsync(new StartRun(row.Row.Recipe, Scale.Paper, row.NextSeed));
            Navigation.NavigateTo(new LabView(run.Id).Link());
        }
        catch (Exception exception) when (exception is RunRequestException or RunStateException or IOException)
        {
            _problem = exception.Message;
        }
    }
}
