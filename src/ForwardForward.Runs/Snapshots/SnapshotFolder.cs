using System.Globalization;
using ForwardForward.Runs.Checkpoints;

namespace ForwardForward.Runs.Snapshots;

/// <summary>The snapshot files of one run, in the run's own folder. A file has its name only when it is whole.</summary>
internal sealed class SnapshotFolder(string folder, ICheckpointDisk disk)
{
    private const string Prefix = "step-";
    private const string Extension = ".snapshot";
    private const string Temporary = ".partial";
    private const string Broken = ".broken";

    /// <summary>Writes a file.</summary>
    /// <exception cref="IOException">It could not be written; nothing is left of it.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public void Write(long step, byte[] bytes)
    {
        Directory.CreateDirectory(folder);
        var path = PathOf(step);
        var partial = path + Temporary;
        try
        {
            using (var file = disk.Create(partial))
            {
                file.Write(bytes);
                file.Flush();
                disk.Flush(file);
            }

            disk.Rename(partial, path);
        }
        catch
        {
            TryDelete(partial);
            throw;
        }
    }

    /// <summary>Steps and lengths of the files; what a kill left half written is swept away.</summary>
    public IReadOnlyList<(long Step, long Bytes)> List()
    {
        var found = new List<(long, long)>();
        if (Directory.Exists(folder))
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles())
            {
                if (file.Name.EndsWith(Temporary, StringComparison.Ordinal))
                {
                    TryDelete(file.FullName);
                }
                else if (file.Name.StartsWith(Prefix, StringComparison.Ordinal) && file.Name.EndsWith(Extension, StringComparison.Ordinal)
                    && long.TryParse(file.Name.AsSpan(Prefix.Length, file.Name.Length - Prefix.Length - Extension.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var step))
                {
                    found.Add((step, file.Length));
                }
            }
        }

        return found;
    }

    /// <summary>Reads a file; null when it is gone or broken. A broken one is put aside under another name.</summary>
    public Moment? TryRead(long step)
    {
        var path = PathOf(step);
        try
        {
            var moment = SnapshotFile.Decode(File.ReadAllBytes(path));
            return moment.Step == step ? moment : throw new SnapshotFormatException($"It is of step {moment.Step}.");
        }
        catch (SnapshotFormatException)
        {
            TryRename(path, path + Broken);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Deletes a file.</summary>
    public void Delete(long step) => TryDelete(PathOf(step));

    /// <summary>Copies a file to another run's folder.</summary>
    /// <exception cref="IOException">It could not be copied; nothing is left of the copy.</exception>
    public void Copy(long step, SnapshotFolder to) => to.Write(step, File.ReadAllBytes(PathOf(step)));

    private string PathOf(long step) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{step:D12}{Extension}"));

    private void TryRename(string from, string to)
    {
        try
        {
            disk.Rename(from, to);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It stays where it is, and is found broken again.
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What is left over harms nobody: it is swept away, or deleted again, some other time.
        }
    }
}
