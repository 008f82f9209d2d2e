using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Trainers;

/// <summary>One random stream of a trainer's state.</summary>
/// <param name="Name">Name in the state, such as <c>random/negatives</c>.</param>
/// <param name="Stream">The stream.</param>
public sealed record StreamPart(string Name, RandomStream Stream);
