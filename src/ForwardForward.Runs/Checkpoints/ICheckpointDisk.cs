namespace ForwardForward.Runs.Checkpoints;

/// <summary>What checkpoints ask of a disk; tests put a full one in its place.</summary>
internal interface ICheckpointDisk
{
    /// <summary>Creates a file, or empties it.</summary>
    Stream Create(string path);

    /// <summary>Returns when everything written is on the disk itself.</summary>
    void Flush(Stream file);

    /// <summary>Gives a file its name, in place of one that has it already, at one stroke.</summary>
    void Rename(string from, string to);
}

/// <summary>The real disk.</summary>
internal sealed class CheckpointDisk : ICheckpointDisk
{
    /// <inheritdoc/>
    public Stream Create(string path) => new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);

    /// <inheritdoc/>
    public void Flush(Stream file) => ((FileStream)file).Flush(flushToDisk: true);

    /// <inheritdoc/>
    public void Rename(string from, string to) => File.Move(from, to, overwrite: true);
}
