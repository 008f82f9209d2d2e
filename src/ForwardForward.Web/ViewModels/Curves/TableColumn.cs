namespace ForwardForward.Web.ViewModels.Curves;

/// <summary>A column of a chart's table.</summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Title">Heading.</param>
/// <param name="Write">Turns a value into text.</param>
public sealed record TableColumn(string Metric, string Title, Func<double?, string> Write);
