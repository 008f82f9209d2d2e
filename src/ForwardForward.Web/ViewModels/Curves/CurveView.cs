using System.Globalization;

namespace ForwardForward.Web.ViewModels.Curves;

/// <summary>What the horizontal axis of the curves counts.</summary>
public enum CurveAxis
{
    /// <summary>Passes through the training images.</summary>
    Epochs,

    /// <summary>Mini-batches.</summary>
    Batches,

    /// <summary>Time spent on training.</summary>
    Time,
}

/// <summary>How the curves are drawn. The link says it; what makes no sense there falls back to what is usual.</summary>
/// <param name="Axis">The horizontal axis.</param>
/// <param name="Smoothing">Share of the past in every point of a smoothed line, 0 (none) to <see cref="Most"/>; the raw line stays behind it.</param>
/// <param name="GoodnessLogarithmic">Whether goodness has a logarithmic axis.</param>
/// <param name="ErrorsLogarithmic">Whether errors have one.</param>
/// <param name="Probability">Whether layers show p(positive) in place of their goodness.</param>
public sealed record CurveView(
    CurveAxis Axis = CurveAxis.Epochs, double Smoothing = 0, bool GoodnessLogarithmic = false, bool ErrorsLogarithmic = true, bool Probability = false)
{
    /// <summary>More than this would show nothing but the past.</summary>
    public const double Most = 0.98;

    /// <summary>What is usual.</summary>
    public static CurveView Usual { get; } = new();

    /// <summary>Reads the parts of a link.</summary>
    public static CurveView Parse(string? axis, string? smoothing, string? goodness, string? errors) => new(
        Enum.TryParse<CurveAxis>(axis, ignoreCase: true, out var known) && Enum.IsDefined(known) && !int.TryParse(axis, out _) ? known : CurveAxis.Epochs,
        double.TryParse(smoothing, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= Most ? share : 0,
        goodness is "log" or "log-probability",
        errors != "linear",
        goodness is "probability" or "log-probability");

    /// <summary>The parts of a link that differ from what is usual.</summary>
    public IEnumerable<string> Query()
    {
        if (Axis != CurveAxis.Epochs)
        {
            yield return $"axis={Axis.ToString().ToLowerInvariant()}";
        }

        if (Smoothing > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"smooth={Smoothing:0.##}");
        }

        if (GoodnessLogarithmic || Probability)
        {
            yield return "goodness=" + (GoodnessLogarithmic, Probability) switch { (true, true) => "log-probability", (true, _) => "log", _ => "probability" };
        }

        if (!ErrorsLogarithmic)
        {
            yield return "errors=linear";
        }
    }
}
