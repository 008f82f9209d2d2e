using ForwardForward.Web.ViewModels.Curves;
using Plotly.Blazor;
using Plotly.Blazor.ConfigLib;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;
using XTitle = Plotly.Blazor.LayoutLib.XAxisLib.Title;

namespace ForwardForward.Web.Components.Curves;

/// <summary>The structure of the charts: axes and lines. Colours and type come from the tokens, in the browser, so that they follow the theme.</summary>
internal static class ChartLayouts
{
    /// <summary>Height of the small plot below, as a share.</summary>
    private const decimal Lower = 0.26m;

    public static Config Config() => new() { DisplayModeBar = DisplayModeBarEnum.False, Responsive = false, DoubleClick = DoubleClickEnum.Reset };

    public static List<ITrace> Traces(IReadOnlyList<ChartLine> lines) => [.. lines.Select(Trace)];

    public static Plotly.Blazor.Layout Layout(IReadOnlyList<ChartLine> lines, string revision)
    {
        var split = lines.Any(line => line.Lower);
        var axes = new List<YAxis> { Axis(lines.First(line => !line.Lower).Unit, split ? [Lower + 0.1m, 1m] : [0m, 1m]) };
        if (split)
        {
            axes.Add(Axis(lines.First(line => line.Lower).Unit, [0m, Lower]));
        }

        return new Plotly.Blazor.Layout
        {
            // The same revision for as long as the run is the same: a zoom stays while points come in.
            UiRevision = revision,
            ShowLegend = false,
            HoverMode = HoverModeEnum.XUnified,
            Margin = new Margin { L = 36, R = 8, T = 6, B = 32 },
            XAxis =
            [
                new XAxis
                {
                    Title = new XTitle { Text = "epochs", Standoff = 4 },
                    RangeMode = Plotly.Blazor.LayoutLib.XAxisLib.RangeModeEnum.ToZero,
                    ZeroLine = false,
                    Anchor = split ? "y2" : "y",
                    HoverFormat = ".2f",
                    NTicks = 6,
                },
            ],
            YAxis = axes,
        };
    }

    private static YAxis Axis(string unit, object[] domain) => new()
    {
        Domain = domain,
        RangeMode = Plotly.Blazor.LayoutLib.YAxisLib.RangeModeEnum.ToZero,
        ZeroLine = false,
        TickSuffix = unit,
        NTicks = domain[1] is Lower ? 3 : 5,
    };

    private static Scatter Trace(ChartLine line) => new()
    {
        Name = line.Title,
        X = [],
        Y = [],
        Mode = line.Points || line.Role is LineRole.Goodness or LineRole.Softmax or LineRole.GoodnessTraining ? ModeFlag.Lines | ModeFlag.Markers : ModeFlag.Lines,
        YAxis = line.Lower ? "y2" : "y",
        HoverTemplate = $"%{{y:.3~g}}{line.Unit}",
    };
}
