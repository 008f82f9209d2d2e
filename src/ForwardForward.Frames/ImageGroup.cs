namespace ForwardForward.Frames;

/// <summary>Tiles that follow each other and belong together.</summary>
/// <param name="Name">What they are, such as "positive" or "fantasies".</param>
/// <param name="Count">How many tiles.</param>
/// <param name="Role">What they stand for.</param>
public sealed record ImageGroup(string Name, int Count, DataRole Role = DataRole.Plain);
