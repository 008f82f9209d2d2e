using ForwardForward.Data.Images;
using ForwardForward.Data.Mnist;
using ForwardForward.Frames;

namespace ForwardForward.Data.Synthetic;

/// <summary>Digits that this program makes up, in MNIST's form; always at hand.</summary>
public sealed class SyntheticDigitsSource : IDataSource<ImageSet>
{
    /// <summary>Its name.</summary>
    public const string Id = "synthetic-digits";

    /// <inheritdoc/>
    public string Name => Id;

    /// <inheritdoc/>
    public string Summary => "made by this program, no file";

    /// <inheritdoc/>
    public ImageSet Describe() => ImageSet.Described(new ImageShape(SyntheticDigits.Size, SyntheticDigits.Size), MnistFiles.Classes);

    /// <inheritdoc/>
    public Task<Splits<ImageSet>> LoadAsync(DataPaths paths, IProgress<DataProgress>? progress, CancellationToken cancellation) =>
        Task.Run(() => Make(paths, progress, cancellation), cancellation);

    /// <summary>Makes them: everybody's are the same.</summary>
    internal static Splits<ImageSet> Make(DataPaths paths, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new DataProgress("drawing synthetic digits", null));
        return SyntheticDigits.Make(paths.SyntheticSeed, cancellation: cancellation);
    }
}
