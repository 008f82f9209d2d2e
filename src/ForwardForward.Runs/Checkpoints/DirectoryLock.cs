namespace ForwardForward.Runs.Checkpoints;

/// <summary>Holds a data directory for one program; the system lets go of it when the program ends, however it ends.</summary>
internal sealed class DirectoryLock : IDisposable
{
    private readonly FileStream _file;

    /// <summary>Takes the directory.</summary>
    /// <exception cref="IOException">Another program has it.</exception>
    public DirectoryLock(string directory)
    {
        try
        {
            _file = new FileStream(Path.Combine(directory, "runs.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new IOException(
                $"The data directory {directory} is in use by another program. End that, or name another directory with --data or {RunsOptions.DirectoryVariable}.", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
