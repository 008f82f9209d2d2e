namespace ForwardForward.Data.Downloads;

/// <summary>The file NAME.part, which grows until it is whole and only then takes its name. Left behind by a broken download, for the next to go on with.</summary>
/// <param name="path">The name that the whole file is to have.</param>
internal sealed class PartialFile(string path)
{
    /// <summary>Where the beginning lies.</summary>
    public string Path { get; } = path + ".part";

    /// <summary>Bytes that are there already.</summary>
    public long Bytes => new FileInfo(Path) is { Exists: true } file ? file.Length : 0;

    /// <summary>Opens it to write from <paramref name="start"/> on. Nobody else may write meanwhile.</summary>
    public FileStream Open(long start)
    {
        var file = new FileStream(Path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, 1 << 16, useAsync: true);
        file.SetLength(start);
        file.Position = start;
        return file;
    }

    /// <summary>Forgets what is there.</summary>
    public void Delete() => File.Delete(Path);

    /// <summary>Brings it to disk, then gives it its name in one step: whoever sees the name sees the whole file, even after a power cut.</summary>
    public void Complete()
    {
        using (var file = new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.None))
        {
            file.Flush(flushToDisk: true);
        }

        File.Move(Path, path, overwrite: true);
    }
}
