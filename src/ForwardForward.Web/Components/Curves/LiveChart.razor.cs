using ForwardForward.Runs;
using ForwardForward.Web.Components.Live;
using ForwardForward.Web.ViewModels.Curves;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Plotly.Blazor;

namespace ForwardForward.Web.Components.Curves;

/// <summary>A live chart: Plotly.Blazor makes it, the module beside this file gives it colours and feeds it.</summary>
public sealed partial class LiveChart
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    private readonly string _id = $"chart-{Guid.NewGuid():N}";
    private List<ITrace> _data = [];
    private Plotly.Blazor.Layout _layout = new();
    private Config _config = new();
    private IJSObjectReference? _module;
    private Moment? _marked;
    private bool _watched;
    private (CurveAxis, double, bool) _drawn;

    /// <summary>What the lines are fed from.</summary>
    [Parameter, EditorRequired]
    public MetricHistory History { get; set; } = null!;

    /// <summary>The lines; they stay as they are for as long as the component lives.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ChartLine> Lines { get; set; } = [];

    /// <summary>What the chart shows, for those who do not see it.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Height, in CSS.</summary>
    [Parameter]
    public string Height { get; set; } = "13rem";

    /// <summary>Whether the values of the upper plot are drawn on a logarithmic axis.</summary>
    [Parameter]
    public bool Logarithmic { get; set; }

    /// <summary>What the horizontal axis counts.</summary>
    [Parameter]
    public CurveAxis Axis { get; set; }

    /// <summary>Share of the past in every point of the smoothed line; 0 draws the raw line alone.</summary>
    [Parameter]
    public double Smoothing { get; set; }

    /// <summary>Whether the chart holds still while the run goes on.</summary>
    [Parameter]
    public bool Held { get; set; }

    /// <summary>A value to mark across the upper plot.</summary>
    [Parameter]
    public double? Mark { get; set; }

    /// <inheritdoc/>
    protected override object? WatchKey => Run?.Id;

    private (CurveAxis, double, bool) Wanted => (Axis, Smoothing, Logarithmic);

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _data = ChartLayouts.Traces(Lines);
        _layout = ChartLayouts.Layout(Lines, Run?.Id ?? "");
        _config = ChartLayouts.Config();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_module is null)
        {
            return;
        }

        if (_drawn != Wanted)
        {
            _drawn = Wanted;
            await _module.TryInvokeAsync("configure", _id, Options());
        }

        await MarkAsync();
    }

    // Plotly owns what is inside; rendering again would only send the empty lines again.
    /// <inheritdoc/>
    protected override bool ShouldRender() => false;

    /// <inheritdoc/>
    protected override async Task AttachAsync()
    {
        var module = await JS.ImportOfAsync<LiveChart>();
        _drawn = Wanted;
        await module.InvokeVoidAsync("attach", _id, new { roles = Lines.Select(line => line.Role.ToString()).ToArray(), lower = Lines.Select(line => line.Lower).ToArray(), mark = Mark, revision = Run?.Id ?? "" }, Options());
        _module = module;
        await MarkAsync();
    }

    // The moment that the page shows, as a line across the chart.
    private async Task MarkAsync(bool anew = false)
    {
        if (anew || !Equals(_marked, Moment))
        {
            _marked = Moment;
            await _module.TryInvokeAsync("mark", _id, Moment is { } moment ? new { epochs = moment.Epoch, batches = moment.Step, time = moment.Seconds } : null);
        }
    }

    /// <inheritdoc/>
    protected override async Task WatchAsync(RunSnapshot run, CancellationToken cancellation)
    {
        // A time-lapse goes on during a cut, and what it marked then is lost.
        await MarkAsync(anew: _watched);
        _watched = true;
        var reader = new CurveReader([.. Lines.Select(line => new CurveLine(line.Metric, line.Scale))]);
        using var timer = new PeriodicTimer(Pace, Time);
        do
        {
            if (!Held && History.Take(reader) is { } bytes)
            {
                await _module!.InvokeVoidAsync("push", cancellation, _id, bytes);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    /// <inheritdoc/>
    protected override async Task DetachAsync()
    {
        await _module.TryInvokeAsync("detach", _id);
        await _module.ReleaseAsync();
    }

    private object Options() => new { axis = Axis.ToString().ToLowerInvariant(), smoothing = Smoothing, logarithmic = Logarithmic };
}
