using ForwardForward.Data.Downloads;
using ForwardForward.Data.Images;
using ForwardForward.Data.Synthetic;
using ForwardForward.Frames;

namespace ForwardForward.Data.Mnist;

/// <summary>MNIST, read from disk or downloaded; where it cannot be had, synthetic digits take its place and say so.</summary>
public sealed class MnistSource : IDataSource<ImageSet>
{
    /// <summary>Its name.</summary>
    public const string Id = "mnist";

    /// <inheritdoc/>
    public string Name => Id;

    /// <inheritdoc/>
    public string Summary => "handwritten digits (LeCun, Cortes and Burges 1998), four files";

    /// <inheritdoc/>
    public ImageSet Describe() => ImageSet.Described(new ImageShape(MnistFiles.Size, MnistFiles.Size), MnistFiles.Classes);

    /// <inheritdoc/>
    public bool IsAvailable(DataPaths paths) => MissingFile(paths) is null || MayDownload(paths);

    /// <inheritdoc/>
    public async Task<Splits<ImageSet>> LoadAsync(DataPaths paths, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        var download = paths.Download is { } options ? new MnistDownload(paths.MnistFiles, new MnistFolders(paths), options) : null;
        if (MissingFile(paths) is not null && MayDownload(paths))
        {
            await paths.Attempts.TryAsync(Id, () => download!.RunAsync(progress, cancellation), "Digits made up by this program stand in for MNIST.");
        }

        try
        {
            return await Task.Run(() => Read(paths, progress, cancellation), cancellation);
        }
        catch (DataFormatException) when (MayDownload(paths))
        {
            var repaired = 0;
            await paths.Attempts.TryAsync(
                Id, async () => repaired = await download!.RepairAsync(progress, cancellation), "A broken file of MNIST stays as it is.");
            if (repaired == 0)
            {
                throw;
            }
        }

        return await Task.Run(() => Read(paths, progress, cancellation), cancellation);
    }

    private static bool MayDownload(DataPaths paths) => paths.Attempts.MayTry(Id, paths.Download);

    private static MnistFile? MissingFile(DataPaths paths)
    {
        var folders = new MnistFolders(paths);
        return paths.MnistFiles.All.FirstOrDefault(file => folders.Find(file) is null);
    }

    private static Splits<ImageSet> Read(DataPaths paths, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        if (MissingFile(paths) is { } missing)
        {
            var reason = paths.Attempts.Failure(Id) is { } failure ? $" ({failure})" : "";
            var digits = SyntheticDigitsSource.Make(paths, progress, cancellation);
            var note = $"MNIST's {missing.GzipName} could not be had{reason}, so digits made up by this program stand in.";
            return digits with { Origin = digits.Origin with { Note = note } };
        }

        var folders = new MnistFolders(paths);
        return MnistReader.Read(
            paths.MnistFiles, file => folders.Find(file)!, new DataOrigin("MNIST", IsSynthetic: false),
            file => progress?.Report(new DataProgress($"reading {file.Name}", null)), cancellation);
    }
}
