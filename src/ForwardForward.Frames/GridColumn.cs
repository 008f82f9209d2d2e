namespace ForwardForward.Frames;

/// <summary>A column of a grid.</summary>
/// <param name="Name">What its numbers are, such as "goodness per unit".</param>
/// <param name="Unit">Their unit: "" for plain numbers, "share" for shares in [0, 1] written as percent, "nats", "%".</param>
/// <param name="Threshold">A value to mark in the column; null for none.</param>
public sealed record GridColumn(string Name, string Unit = "", double? Threshold = null);
