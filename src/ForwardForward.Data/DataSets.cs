using ForwardForward.Data.Downloads;
using ForwardForward.Data.Handwriting;
using ForwardForward.Data.Images;
using ForwardForward.Data.Mnist;
using Microsoft.Extensions.Logging;

namespace ForwardForward.Data;

/// <summary>The data sets that experiments name. The set used last is kept in memory. Safe for use from several threads.</summary>
/// <param name="options">Where they lie and whether they may be fetched.</param>
/// <param name="logger">Told, once each time, that a download failed; null for nobody.</param>
/// <param name="time">Clock that says when a failed download may be tried again; null for the system's.</param>
public sealed class DataSets(DataSetsOptions options, ILogger<DataSets>? logger = null, TimeProvider? time = null) : IImageDataSetProvider, IDisposable
{
    /// <summary>Name of MNIST.</summary>
    public const string Mnist = "mnist";

    /// <summary>Name of the digits that this program makes up.</summary>
    public const string SyntheticDigits = "synthetic-digits";

    /// <summary>Name of MNIST, plain and distorted, with strokes of made-up hands.</summary>
    public const string Handwriting = "handwriting";

    private readonly MnistFolders _folders = new(options);
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private (string Name, ImageDataSet Set)? _last;
    private (long Timestamp, string Message)? _failure;

    /// <summary>Names that <see cref="LoadAsync"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = [Mnist, SyntheticDigits, Handwriting];

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
            _last = _last is { } last && last.Name == set && !MayBeReplaced(last.Set)
                ? last
                : (set, await GetAsync(set, progress, cancellation));
            return _last.Value.Set;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    private MnistFile? MissingFile => options.MnistFiles.All.FirstOrDefault(file => _folders.Find(file) is null);

    // A failed download is remembered for a while: without a network, every start of a run would wait for it.
    private bool MayDownload => options.Download is { } download
        && (_failure is not { } failure || _time.GetElapsedTime(failure.Timestamp) >= download.RetryAfter);

    // Digits that stand in for MNIST do so only until MNIST can be had.
    private bool MayBeReplaced(ImageDataSet set) => set.Origin is { IsSynthetic: true, Note: not null } && (MissingFile is null || MayDownload);

    private async Task<ImageDataSet> GetAsync(string set, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        if (set == SyntheticDigits)
        {
            return await Task.Run(() => MakeSynthetic(null, progress, cancellation), cancellation);
        }

        var mnist = await GetMnistAsync(progress, cancellation);
        return set == Mnist
            ? mnist
            : await Task.Run(() => HandwritingSet.Make(mnist, options.SyntheticSeed, options.HandwritingCount, progress, cancellation), cancellation);
    }

    private async Task<ImageDataSet> GetMnistAsync(IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        if (MissingFile is not null && MayDownload)
        {
            await TryAsync(download => download.RunAsync(progress, cancellation), "Digits made up by this program stand in for MNIST.");
        }

        try
        {
            return await Task.Run(() => ReadMnist(progress, cancellation), cancellation);
        }
        catch (DataFormatException) when (MayDownload)
        {
            var repaired = 0;
            await TryAsync(async download => repaired = await download.RepairAsync(progress, cancellation), "A broken file of MNIST stays as it is.");
            if (repaired == 0)
            {
                throw;
            }
        }

        return await Task.Run(() => ReadMnist(progress, cancellation), cancellation);
    }

    private async Task TryAsync(Func<MnistDownload, Task> attempt, string consequence)
    {
        try
        {
            await attempt(new MnistDownload(options.MnistFiles, _folders, options.Download!));
            _failure = null;
        }
        catch (Exception exception) when (exception is DownloadException or IOException or UnauthorizedAccessException)
        {
            _failure = (_time.GetTimestamp(), exception.Message);
            logger?.LogWarning("{Reason} {Consequence}", exception.Message, consequence);
        }
    }

    private ImageDataSet ReadMnist(IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        if (MissingFile is { } missing)
        {
            var reason = _failure is { } failure ? $" ({failure.Message.TrimEnd('.')})" : "";
            return MakeSynthetic($"MNIST's {missing.GzipName} could not be had{reason}, so digits made up by this program stand in.", progress, cancellation);
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
