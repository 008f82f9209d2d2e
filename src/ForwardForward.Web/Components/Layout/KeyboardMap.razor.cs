using ForwardForward.Web.Components.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace ForwardForward.Web.Components.Layout;

/// <summary>Keys of the whole page.</summary>
public sealed partial class KeyboardMap
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true };

    private static readonly (string[] Keys, string Meaning)[] Map =
    [
        (["Space"], "Start, run or pause"),
        (["S"], "One batch, while paused"),
        (["Shift", "S"], "To the end of the epoch, while paused"),
        (["R"], "Start the run over, after asking"),
        (["1", "…", "9"], "Receptive fields of that layer"),
        (["←", "→"], "Earlier, later: what was kept of the run"),
        (["Home"], "Its first moment"),
        (["End"], "Live again"),
        (["N"], "New seed for the next run"),
        (["D"], "To the drawing pad"),
        (["C"], "Clear the drawing pad"),
        (["Ctrl", "Z"], "Take back the last step, on the drawing pad"),
        (["T"], "Theme: system, light, dark"),
        (["Esc"], "Close what is open"),
        (["?"], "This map"),
    ];

    private DotNetObjectReference<KeyboardMap>? _self;
    private IJSObjectReference? _listening;
    private IDisposable? _help;
    private bool _open;

    [Inject]
    private Shortcuts Commands { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnInitialized() => _help = Commands.Listen(shortcut =>
    {
        _open = shortcut == Shortcut.Help || (_open && shortcut != Shortcut.Close);
        return InvokeAsync(StateHasChanged);
    });

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        await WhileHereAsync(async () =>
        {
            _self = DotNetObjectReference.Create(this);
            var module = await JS.InvokeAsync<IJSObjectReference>("import", "./js/keys.js");
            _listening = await module.InvokeAsync<IJSObjectReference>("listen", _self);
            await module.ReleaseAsync();
        });
    }

    /// <summary>Called by the browser.</summary>
    [JSInvokable]
    public Task OnCommand(string? name) => Shortcuts.Parse(name) is { } shortcut ? Commands.RaiseAsync(shortcut) : Task.CompletedTask;

    /// <inheritdoc/>
    protected override async Task DetachAsync()
    {
        _help?.Dispose();
        await _listening.TryInvokeAsync("stop");
        await _listening.ReleaseAsync();
        _self?.Dispose();
    }
}
