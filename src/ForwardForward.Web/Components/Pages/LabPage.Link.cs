using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Curves;
using Microsoft.AspNetCore.Components;

namespace ForwardForward.Web.Components.Pages;

// What the link says, and how it is made to say something else.
public sealed partial class LabPage
{
    /// <summary>The tab, from the link.</summary>
    [SupplyParameterFromQuery]
    private string? Tab { get; set; }

    /// <summary>The layer from 1, from the link.</summary>
    [SupplyParameterFromQuery]
    private string? Layer { get; set; }

    /// <summary>The step of the moment that is shown, from the link.</summary>
    [SupplyParameterFromQuery]
    private string? At { get; set; }

    /// <summary>The step of the moment beside it, from the link.</summary>
    [SupplyParameterFromQuery]
    private string? With { get; set; }

    /// <summary>The horizontal axis of the curves.</summary>
    [SupplyParameterFromQuery]
    private string? Axis { get; set; }

    /// <summary>How much the curves are smoothed.</summary>
    [SupplyParameterFromQuery]
    private string? Smooth { get; set; }

    /// <summary>How goodness is drawn.</summary>
    [SupplyParameterFromQuery]
    private string? Goodness { get; set; }

    /// <summary>How errors are drawn.</summary>
    [SupplyParameterFromQuery]
    private string? Errors { get; set; }

    /// <summary>Whether controls show.</summary>
    [SupplyParameterFromQuery]
    private string? Controls { get; set; }

    /// <summary>How large everything is.</summary>
    [SupplyParameterFromQuery]
    private string? Size { get; set; }

    /// <summary>The recipe that the form offers.</summary>
    [SupplyParameterFromQuery]
    private string? Recipe { get; set; }

    /// <summary>Its scale.</summary>
    [SupplyParameterFromQuery]
    private string? Scale { get; set; }

    /// <summary>Its seed.</summary>
    [SupplyParameterFromQuery]
    private string? Seed { get; set; }

    private LabView View => LabView.Parse(Id, Tab, Layer, At, With) with { Curves = CurveView.Parse(Axis, Smooth, Goodness, Errors), Showing = Showing.Parse(Controls, Size) };

    private void LinkChanged() => Replace(View with { Offered = _form.Offered });

    private void ShowCurves(CurveView curves) => Replace(View with { Curves = curves });

    private void ShowLayer(int layer) => Replace(View with { Layer = layer });

    private void GoTo(long? step) => Replace(View with { At = step });

    private void GoToBeside(long? step) => Replace(View with { With = step ?? LabView.Live });

    private void Replace(LabView view) => Navigation.NavigateTo(view.Link(), new NavigationOptions { ReplaceHistoryEntry = true });
}
