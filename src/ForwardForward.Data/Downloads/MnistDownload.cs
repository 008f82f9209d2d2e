using ForwardForward.Data.Images;
using ForwardForward.Data.Mnist;

namespace ForwardForward.Data.Downloads;

/// <summary>Downloads those of MNIST's files that are in no folder.</summary>
public sealed class MnistDownload(MnistFiles files, MnistFolders folders, DownloadOptions options)
{
    /// <summary>Downloads what is missing, small files first. Does nothing when nothing is missing.</summary>
    /// <inheritdoc cref="FileDownload.RunAsync"/>
    public async Task RunAsync(IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        using var client = options.Handler is { } handler
            ? new HttpClient(handler, disposeHandler: false)
            : new HttpClient();
        client.Timeout = Timeout.InfiniteTimeSpan;
        var download = new FileDownload(client, options);
        foreach (var file in files.All.Where(file => folders.Find(file) is null))
        {
            await download.RunAsync(new PackedFile(file.GzipName, file.UnpackedBytes, file.Sha256), folders.Downloads, progress, cancellation);
        }
    }
}
