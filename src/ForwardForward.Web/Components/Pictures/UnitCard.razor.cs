using System.Globalization;
using ForwardForward.Web.Components.Live;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Pictures;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ForwardForward.Web.Components.Pictures;

/// <summary>Shows one unit; painted again whenever its pixels change.</summary>
public sealed partial class UnitCard
{
    private const int Side = 224;

    private ElementReference _canvas;
    private IJSObjectReference? _module;
    private byte[]? _painted;

    /// <summary>What is read off its weights.</summary>
    [Parameter, EditorRequired]
    public UnitReading Reading { get; set; } = null!;

    /// <summary>Its picture as signed bytes.</summary>
    [Parameter, EditorRequired]
    public byte[] Pixels { get; set; } = [];

    /// <summary>Width of the picture.</summary>
    [Parameter, EditorRequired]
    public int Width { get; set; }

    /// <summary>Height of the picture.</summary>
    [Parameter, EditorRequired]
    public int Height { get; set; }

    /// <summary>Told when another unit is wanted, so many further on.</summary>
    [Parameter]
    public EventCallback<int> OnMove { get; set; }

    /// <summary>Told when it shall go away.</summary>
    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>What else is shown of it.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    // Whole pixels for every weight.
    private int Zoom => Math.Max(1, Side / Math.Max(1, Math.Max(Width, Height)));

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (ReferenceEquals(_painted, Pixels))
        {
            return;
        }

        _painted = Pixels;
        await WhileHereAsync(async () =>
        {
            _module ??= await JS.ImportOfAsync<UnitCard>();
            await _module.InvokeVoidAsync("paint", _canvas, Pixels, Width, Height);
        });
    }

    /// <inheritdoc/>
    protected override async Task DetachAsync() => await _module.ReleaseAsync();

    private static string Weight(double value) =>
        double.IsFinite(value) ? value.ToString("0.000", CultureInfo.InvariantCulture).Replace('-', '−') : Figures.None;
}
