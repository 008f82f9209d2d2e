using ForwardForward.Frames;
using ForwardForward.Frames.Colours;
using ForwardForward.Web.Components.Live;
using ForwardForward.Web.ViewModels;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ForwardForward.Web.Lab.Frames;

/// <summary>Shows an image frame: levels go to the browser as bytes, one frame under way at a time, and the module beside this file gives them colour.</summary>
public sealed partial class ImageFrameView
{
    private const int UsualSide = 112;
    private static readonly ImageFrame Empty = new(0, new ImageShape(1, 1), ImageRange.Share, []);
    private ElementReference _root;
    private IJSObjectReference? _images;
    private DotNetObjectReference<ImageFrameView>? _self;
    private ImageFrame _drawn = Empty;
    private float[] _full = [];
    private IReadOnlyList<ImagePart> _parts = [];
    private (ImageFrame, ColourScale, int?)? _sent;
    private bool _isSending;

    /// <summary>The frame.</summary>
    [Parameter, EditorRequired]
    public ImageFrame Frame { get; set; } = null!;

    /// <summary>What it shows, for those who do not see it.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Which signed tiles share a scale.</summary>
    [Parameter]
    public ColourScale Scale { get; set; }

    /// <summary>The tile that is chosen, counted from 0 in this frame (in units, where fields lie on a grid); null for none.</summary>
    [Parameter]
    public int? Selected { get; set; }

    /// <summary>Told which tile was chosen; tiles can be chosen where somebody listens.</summary>
    [Parameter]
    public EventCallback<int> OnTile { get; set; }

    private int Locations => Frame.Locations?.Count ?? 1;

    private string TileStyle => FormattableString.Invariant(
        $"width:{_drawn.Shape.Width * Math.Max(1, UsualSide / _drawn.Shape.Width) / 16.0:0.####}rem; aspect-ratio:{_drawn.Shape.Width}/{_drawn.Shape.Height}");

    private bool IsSigned => Frame.Range == ImageRange.Signed;

    private string Ramp => (IsSigned, Frame.Shape.Channels) switch { (true, 1) => "signed", (false, 1) => "ink", _ => "light" };

    private string High => IsSigned ? HasOneScale ? "+" + Figures.Value(_full[0]) : "+" : "1";

    private string Low => IsSigned ? HasOneScale ? "−" + Figures.Value(_full[0]) : "−" : "0";

    private bool HasOneScale => _full.Length > 0 && _full.All(full => full == _full[0]);

    private string Note
    {
        get
        {
            var missing = Frame.NotFinite();
            string[] notes =
            [
                IsSigned && !HasOneScale ? "each tile on its own scale" : "",
                Frame.Shape.Channels == 3 ? IsSigned ? "each colour around a middle grey" : "light of red, green and blue" : "",
                missing == 0 ? "" : $"{Figures.Count(missing)} values are no numbers{(IsSigned ? " and are magenta" : "")}",
            ];
            return string.Join("; ", notes.Where(note => note.Length > 0));
        }
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        _drawn = LocationTiles.Lay(Frame);
        _full = FullColour.Of(_drawn, Scale);
        _parts = ImagePart.Of(_drawn);
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isSending)
        {
            return;
        }

        _isSending = true;
        try
        {
            // What came while a frame was under way is not lost: the newest is drawn when the one before is on the canvas.
            while (_sent != (Frame, Scale, Selected) && await WhileHereAsync(SendAsync))
            {
            }
        }
        finally
        {
            _isSending = false;
        }
    }

    /// <summary>Told by the browser which tile was clicked, and on which of its pixels.</summary>
    [JSInvokable]
    public Task Choose(int tile, int x, int y)
    {
        var chosen = (tile * Locations) + (Frame.Locations is { } grid ? LocationTiles.At(grid, x, y) : 0);
        return chosen >= 0 && chosen < Frame.Count ? InvokeAsync(() => OnTile.InvokeAsync(chosen)) : Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task DetachAsync()
    {
        await _images.TryInvokeAsync("stop");
        await _images.ReleaseAsync();
        _self?.Dispose();
    }

    private async Task SendAsync()
    {
        if (_images is null)
        {
            var module = await JS.ImportOfAsync<ImageFrameView>();
            _self ??= DotNetObjectReference.Create(this);
            _images = await module.InvokeAsync<IJSObjectReference>("images", _root, _self);
            await module.ReleaseAsync();
        }

        var (frame, scale, selected, drawn) = (Frame, Scale, Selected, _drawn);
        if (_sent is not var (sentFrame, sentScale, _) || !ReferenceEquals(sentFrame, frame) || sentScale != scale)
        {
            await _images.InvokeVoidAsync(
                "draw", Levels.Of(drawn, _full), drawn.Shape.Width, drawn.Shape.Height, drawn.Shape.Channels, drawn.LabelValues / drawn.Shape.Channels, IsSigned, drawn.First);
        }

        await _images.InvokeVoidAsync("select", selected is { } one ? one / Locations : -1);
        _sent = (frame, scale, selected);
    }

    private string Describe(ImagePart part) =>
        $"{(part.Name.Length > 0 ? $"{Label}, {part.Name}" : Label)}: {part.Count} {(part.Count == 1 ? "picture" : "pictures")} of {_drawn.Shape}, from number {_drawn.First + part.From + 1}";
}
