using ForwardForward.Data.Mnist;

namespace ForwardForward.Data.Downloads;

/// <summary>Downloads those of MNIST's files that are in no folder, or that an earlier download left broken.</summary>
public sealed class MnistDownload(MnistFiles files, MnistFolders folders, DownloadOptions options)
{
    /// <summary>Downloads what is missing, small files first. Does nothing when nothing is missing.</summary>
    /// <inheritdoc cref="FileDownload.RunAsync"/>
    public Task RunAsync(IProgress<DataProgress>? progress, CancellationToken cancellation) =>
        GetAsync(files.All.Where(file => folders.Find(file) is null), progress, cancellation);

    /// <summary>
    /// Reads every file that is there and downloads those anew that lie broken where downloads go. A broken file is replaced only by a
    /// whole one; files of other folders are never touched.
    /// </summary>
    /// <returns>How many were replaced.</returns>
    /// <inheritdoc cref="FileDownload.RunAsync"/>
    public async Task<int> RepairAsync(IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        var inventory = new MnistInventory(files, folders);
        var broken = await Task.Run(
            () => files.All.Where(file => inventory.Verify(file) is { State: MnistFileState.Wrong, Path: { } path } && folders.IsOurs(path)).ToArray(), cancellation);
        await GetAsync(broken, progress, cancellation);
        return broken.Length;
    }

    private async Task GetAsync(IEnumerable<MnistFile> wanted, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        using var client = options.Handler is { } handler
            ? new HttpClient(handler, disposeHandler: false)
            : new HttpClient();
        client.Timeout = Timeout.InfiniteTimeSpan;
        var download = new FileDownload(client, options);
        foreach (var file in wanted)
        {
            await download.RunAsync(new PackedFile(file.GzipName, file.UnpackedBytes, file.Sha256), folders.Downloads, progress, cancellation);
        }
    }
}
