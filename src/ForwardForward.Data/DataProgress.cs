namespace ForwardForward.Data;

/// <summary>How far a load or download is.</summary>
/// <param name="Activity">What is being done, such as "downloading train-images-idx3-ubyte.gz".</param>
/// <param name="Share">Share done in [0, 1]; null when unknown.</param>
public sealed record DataProgress(string Activity, double? Share);
