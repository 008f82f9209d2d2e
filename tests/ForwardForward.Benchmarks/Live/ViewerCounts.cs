namespace ForwardForward.Benchmarks.Live;

/// <summary>What the viewers of one process have received between two looks.</summary>
/// <param name="Messages">Messages of all of them.</param>
/// <param name="FewestPictures">Pictures of the one who got fewest.</param>
/// <param name="FewestPoints">Points of the one who got fewest.</param>
/// <param name="HeapBytes">Managed memory of their process after a collection.</param>
/// <param name="ProcessorSeconds">Processor time of their process since it began, in seconds.</param>
internal sealed record ViewerCounts(long Messages, long FewestPictures, long FewestPoints, long HeapBytes, double ProcessorSeconds);
