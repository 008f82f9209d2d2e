using ForwardForward.Data.Images;
using ForwardForward.Data.Mnist;

namespace ForwardForward.Data.Handwriting;

/// <summary>MNIST, plain and distorted, with strokes of made-up hands to train on; validated and tested on MNIST as it is.</summary>
public sealed class HandwritingSource : IDataSource<ImageSet>
{
    /// <summary>Its name.</summary>
    public const string Id = "handwriting";

    private readonly MnistSource _mnist = new();

    /// <inheritdoc/>
    public string Name => Id;

    /// <inheritdoc/>
    public string Summary => "MNIST, plain and distorted, with digits that this program draws";

    /// <inheritdoc/>
    public IDataSource<ImageSet> ForViewing => _mnist;

    /// <inheritdoc/>
    public ImageSet Describe() => _mnist.Describe();

    /// <inheritdoc/>
    public bool IsAvailable(DataPaths paths) => _mnist.IsAvailable(paths);

    /// <inheritdoc/>
    public async Task<Splits<ImageSet>> LoadAsync(DataPaths paths, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        var mnist = await _mnist.LoadAsync(paths, progress, cancellation);
        return await Task.Run(() => HandwritingSet.Make(mnist, paths.SyntheticSeed, paths.HandwritingCount, progress, cancellation), cancellation);
    }
}
