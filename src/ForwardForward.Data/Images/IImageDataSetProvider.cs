namespace ForwardForward.Data.Images;

/// <summary>Gets image data sets, from disk or by download.</summary>
public interface IImageDataSetProvider
{
    /// <summary>
    /// Loads a set by name (<c>mnist</c>, <c>synthetic-digits</c>). Where MNIST cannot be had, synthetic digits take its place and
    /// <see cref="ImageDataSet.Origin"/> says so.
    /// </summary>
    /// <exception cref="ArgumentException">The name is unknown; the message lists the names that exist.</exception>
    Task<ImageDataSet> LoadAsync(string set, IProgress<DataProgress>? progress = null, CancellationToken cancellation = default);
}

/// <summary>How far a load or download is.</summary>
/// <param name="Activity">What is being done, such as "downloading train-images-idx3-ubyte.gz".</param>
/// <param name="Share">Share done in [0, 1]; null when unknown.</param>
public sealed record DataProgress(string Activity, double? Share);
