using System.Globalization;

namespace ForwardForward.Web.ViewModels.Paper;

/// <summary>Errors over seeds as the paper's table shows them.</summary>
/// <param name="Mean">Mean, such as "1.40 %"; a dash where there is none.</param>
/// <param name="Spread">Sample standard deviation, such as "± 0.04"; null where there are fewer than two seeds.</param>
public sealed record PaperFigures(string Mean, string? Spread)
{
    /// <summary>Of test errors in percent.</summary>
    public static PaperFigures Of(IReadOnlyList<double> errors)
    {
        if (errors.Count == 0)
        {
            return new PaperFigures(Figures.None, null);
        }

        var mean = errors.Average();
        return new PaperFigures(Figures.Percent(mean), errors.Count == 1
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"±\u00a0{Math.Sqrt(errors.Sum(error => (error - mean) * (error - mean)) / (errors.Count - 1)):0.00}"));
    }
}
