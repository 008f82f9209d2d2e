namespace ForwardForward.Frames;

/// <summary>A scalar that a trainer tells after a step, declared once, before the first.</summary>
/// <param name="Name">Name in histories, exports and links, such as <c>layer-1/positive-goodness</c>.</param>
/// <param name="Title">Name for people, such as "Goodness of positives".</param>
/// <param name="Group">What it is drawn together with, such as <c>goodness</c>: metrics of one group share an axis.</param>
/// <param name="Unit">Its unit: "" for a plain number, "nats", "share", "%".</param>
/// <param name="Layer">The hidden layer that it belongs to, from 0; null for the whole network.</param>
public sealed record MetricInfo(string Name, string Title, string Group, string Unit = "", int? Layer = null);
