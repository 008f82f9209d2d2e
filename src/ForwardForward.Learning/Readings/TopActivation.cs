namespace ForwardForward.Learning.Readings;

/// <summary>An image that excites a unit.</summary>
/// <param name="Index">Its number in the set.</param>
/// <param name="Activity">What the unit says to it, before normalisation.</param>
public readonly record struct TopActivation(int Index, float Activity);
