using ForwardForward.Data.Images;
using ForwardForward.Data.Mnist;

namespace ForwardForward.Data;

/// <summary>The data sets that experiments name. The set used last is kept in memory. Safe for use from several threads.</summary>
public sealed class DataSets(DataSetsOptions options) : IImageDataSetProvider, IDisposable
{
    /// <summary>Name of MNIST.</summary>
    public const string Mnist = "mnist";

    private readonly MnistFolders _folders = new(options);
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private (string Name, ImageDataSet Set)? _last;

    /// <summary>Names that <see cref="LoadAsync"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = [Mnist];

    /// <inheritdoc/>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="DataFormatException">A file is broken or is not MNIST's; the message says which and why.</exception>
    public async Task<ImageDataSet> LoadAsync(string set, IProgress<DataProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (!Names.Contains(set))
        {
            throw new ArgumentException($"There is no data set \"{set}\"; there are {string.Join(", ", Names)}.", nameof(set));
        }

        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            _last = _last is { } last && last.Name == set ? last : (set, await Task.Run(() => ReadMnist(progress, cancellation), cancellation));
            return _last.Value.Set;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    private ImageDataSet ReadMnist(IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        string PathOf(MnistFile file) => _folders.Find(file) ?? throw new FileNotFoundException(
            $"MNIST's {file.GzipName} is neither in {options.ReadOnlyFolder ?? "(no read-only folder is set)"} nor in {_folders.Downloads}.");

        return MnistReader.Read(
            options.MnistFiles, PathOf, new DataOrigin("MNIST", IsSynthetic: false),
            file => progress?.Report(new DataProgress($"reading {file.Name}", null)), cancellation);
    }
}
