using ForwardForward.Data.Images;
using ForwardForward.Data.Mnist;

namespace ForwardForward.Data;

/// <summary>The data sets that experiments name. The set used last is kept in memory. Safe for use from several threads.</summary>
public sealed class DataSets(DataSetsOptions options) : IImageDataSetProvider, IDisposable
{
    /// <summary>Name of MNIST.</summary>
    public const string Mnist = "mnist";

    /// <summary>Name of the digits that this program makes up.</summary>
    public const string SyntheticDigits = "synthetic-digits";

    private readonly MnistFolders _folders = new(options);
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private (string Name, ImageDataSet Set)? _last;

    /// <summary>Names that <see cref="LoadAsync"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = [Mnist, SyntheticDigits];

    /// <inheritdoc/>
    /// <exception cref="DataFormatException">A file is there but broken, or is not MNIST's; the message says which and why.</exception>
    public async Task<ImageDataSet> LoadAsync(string set, IProgress<DataProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (!Names.Contains(set))
        {
            throw new ArgumentException($"There is no data set \"{set}\"; there are {string.Join(", ", Names)}.", nameof(set));
        }

        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            _last = _last is { } last && last.Name == set
                ? last
                : (set, await Task.Run(() => set == Mnist ? ReadMnist(progress, cancellation) : MakeSynthetic(null, progress, cancellation), cancellation));
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
        if (options.MnistFiles.All.FirstOrDefault(file => _folders.Find(file) is null) is { } missing)
        {
            return MakeSynthetic($"MNIST's {missing.GzipName} could not be had, so digits made up by this program stand in.", progress, cancellation);
        }

        return MnistReader.Read(
            options.MnistFiles, file => _folders.Find(file)!, new DataOrigin("MNIST", IsSynthetic: false),
            file => progress?.Report(new DataProgress($"reading {file.Name}", null)), cancellation);
    }

    private ImageDataSet MakeSynthetic(string? note, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new DataProgress("drawing synthetic digits", null));
        var set = Synthetic.SyntheticDigits.Make(options.SyntheticSeed, cancellation: cancellation);
        return set with { Origin = set.Origin with { Note = note } };
    }
}
