namespace ForwardForward.Frames;

/// <summary>Numbers of one kind whose spread is shown.</summary>
/// <param name="Name">What they are, such as "positive rows".</param>
/// <param name="Values">The numbers, in no order.</param>
/// <param name="Role">What they stand for.</param>
public sealed record Distribution(string Name, float[] Values, DataRole Role = DataRole.Plain);
