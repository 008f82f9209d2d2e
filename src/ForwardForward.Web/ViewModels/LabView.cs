using System.Globalization;
using ForwardForward.Web.ViewModels.Curves;
using ForwardForward.Web.ViewModels.Starting;

namespace ForwardForward.Web.ViewModels;

/// <summary>Which part of the lab fills the page.</summary>
public enum LabTab
{
    /// <summary>Everything at once.</summary>
    Overview,

    /// <summary>Curves only, large.</summary>
    Curves,

    /// <summary>Receptive fields only, large.</summary>
    Fields,

    /// <summary>Positive and negative examples only, large.</summary>
    Examples,

    /// <summary>What every layer does on the newest batch.</summary>
    Layers,

    /// <summary>The newest batch once more, step by step.</summary>
    Slow,
}

/// <summary>What the link of a lab page says: the run, the tab, the layer. Whatever does not make sense falls back to what does.</summary>
/// <param name="RunId">The run; null when none is chosen.</param>
/// <param name="Tab">The tab.</param>
/// <param name="Layer">The layer whose receptive fields are shown, from 0.</param>
/// <param name="At">The step of the moment that is shown; null is live.</param>
/// <param name="With">The step of the moment beside it, <see cref="Live"/> for the newest state; null when there is only one.</param>
public sealed record LabView(string? RunId, LabTab Tab = LabTab.Overview, int Layer = 0, long? At = null, long? With = null)
{
    /// <summary>In <see cref="With"/>: no kept moment, but the newest state.</summary>
    public const long Live = long.MaxValue;

    private const string LiveWord = "live";

    /// <summary>How the curves are drawn.</summary>
    public CurveView Curves { get; init; } = CurveView.Usual;

    /// <summary>How the page is shown.</summary>
    public Showing Showing { get; init; } = Showing.Usual;

    /// <summary>What the form offers to start; only without a run.</summary>
    public RecipeLink? Offered { get; init; }

    /// <summary>Reads the parts of a link; layers count from 1 there.</summary>
    public static LabView Parse(string? runId, string? tab, string? layer, string? at = null, string? with = null) => new(
        string.IsNullOrWhiteSpace(runId) ? null : runId,
        Enum.TryParse<LabTab>(tab, ignoreCase: true, out var known) && Enum.IsDefined(known) && !int.TryParse(tab, out _) ? known : LabTab.Overview,
        int.TryParse(layer, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 1000 ? number - 1 : 0,
        Step(at),
        with == LiveWord ? Live : Step(with));

    /// <summary>The link, relative to the root of the site; what is as usual is left out.</summary>
    public string Link()
    {
        var query = new List<string>();
        if (Tab != LabTab.Overview)
        {
            query.Add($"tab={Tab.ToString().ToLowerInvariant()}");
        }

        if (Layer > 0)
        {
            query.Add(string.Create(CultureInfo.InvariantCulture, $"layer={Layer + 1}"));
        }

        if (At is { } at)
        {
            query.Add(string.Create(CultureInfo.InvariantCulture, $"at={at}"));
        }

        if (With is { } with)
        {
            query.Add(with == Live ? $"with={LiveWord}" : string.Create(CultureInfo.InvariantCulture, $"with={with}"));
        }

        query.AddRange(RunId is null && Offered is { } offered ? offered.Query() : []);
        query.AddRange(Curves.Query());
        query.AddRange(Showing.Query());
        return (RunId is null ? "" : $"runs/{Uri.EscapeDataString(RunId)}") + (query.Count > 0 ? "?" + string.Join('&', query) : "");
    }

    private static long? Step(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step < Live ? step : null;
}
