namespace ForwardForward.Frames;

/// <summary>A line of a series.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Values">Its value at every position; a gap where there is none.</param>
/// <param name="Role">What it stands for.</param>
public sealed record SeriesLine(string Name, float[] Values, DataRole Role = DataRole.Plain);
