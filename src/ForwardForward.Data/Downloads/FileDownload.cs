

namespace ForwardForward.Data.Downloads;

/// <summary>
/// Downloads a file from the first mirror that has it. A file takes its name only when it is whole and its checksum is right.
/// </summary>
public sealed class FileDownload(HttpClient client, DownloadOptions options)
{
    // A connection that breaks is taken up again while it brings something, but not for ever.
    private const int AttemptsPerMirror = 8;

    private readonly MirrorTransfer _transfer = new(client, options);

    /// <summary>Downloads one file into a folder, which is made if need be.</summary>
    /// <exception cref="DownloadException">No mirror has it; the message says what was wrong with each.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the part that has come stays for the next attempt.</exception>
    public async Task RunAsync(PackedFile file, string folder, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var part = new PartialFile(Path.Combine(folder, file.Name));
        var faults = new List<string>();
        foreach (var mirror in options.Mirrors)
        {
            try
            {
                await FromMirrorAsync(new Uri(mirror, file.Name), part, file, progress, cancellation);
                return;
            }
            catch (MirrorException exception)
            {
                faults.Add($"{mirror} {exception.Message}");
            }
        }

        throw new DownloadException($"{file.Name} could not be downloaded: {(faults.Count > 0 ? string.Join("; ", faults) : "there is no mirror")}.");
    }

    private async Task FromMirrorAsync(Uri address, PartialFile part, PackedFile file, IProgress<DataProgress>? progress, CancellationToken cancellation)
    {
        void Tell(double? share) => progress?.Report(new DataProgress($"downloading {file.Name}", share));

        Tell(null);
        for (var attempt = 1; ; attempt++)
        {
            var before = part.Bytes;
            try
            {
                await _transfer.RunAsync(address, part, file.MaximumBytes, Tell, cancellation);
            }
            catch (MirrorException) when (attempt < AttemptsPerMirror && part.Bytes > before)
            {
                continue;
            }

            if (file.FaultOf(part.Path, cancellation) is not { } fault)
            {
                part.Complete();
                return;
            }

            // The beginning may have been another mirror's, or an older and broken one: then this mirror gets a chance of its own.
            part.Delete();
            if (before == 0 || attempt >= AttemptsPerMirror)
            {
                throw new MirrorException($"has a wrong file, which {fault}");
            }
        }
    }
}
