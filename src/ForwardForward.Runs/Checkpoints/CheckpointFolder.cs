using System.Globalization;

namespace ForwardForward.Runs.Checkpoints;

/// <summary>The checkpoints of all runs, a folder each. The newest two of a run are kept; a file has its name only when it is whole.</summary>
internal sealed class CheckpointFolder(string root, ICheckpointDisk disk)
{
    private const int Kept = 2;
    private const string Prefix = "step-";
    private const string Extension = ".safetensors";
    private const string Temporary = ".partial";
    private const string Broken = ".broken";

    /// <summary>Writes a checkpoint and lets go of old ones.</summary>
    /// <exception cref="IOException">It could not be written; the others are untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    /// <exception cref="CheckpointFormatException">The state is not finite.</exception>
    public void Save(Checkpoint checkpoint)
    {
        var folder = Directory.CreateDirectory(FolderOf(checkpoint.RunId)).FullName;
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{checkpoint.Progress.Step:D12}{Extension}"));
        var partial = path + Temporary;
        try
        {
            using (var file = disk.Create(partial))
            {
                CheckpointFile.Write(file, checkpoint);
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

        foreach (var old in List(checkpoint.RunId).Skip(Kept))
        {
            TryDelete(old);
        }
    }

    /// <summary>Paths of a run's checkpoints, newest first.</summary>
    public IReadOnlyList<string> List(string runId)
    {
        var folder = FolderOf(runId);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, $"{Prefix}*{Extension}").OrderDescending(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>
    /// The newest checkpoint that can be read and that <paramref name="accept"/> takes; null when there is none. Broken ones are put aside
    /// under another name, and <paramref name="complain"/> hears of each.
    /// </summary>
    public Checkpoint? LoadNewest(string runId, Action<string> complain, Action<Checkpoint>? accept = null)
    {
        foreach (var path in List(runId))
        {
            try
            {
                var checkpoint = CheckpointFile.Read(path);
                accept?.Invoke(checkpoint);
                return checkpoint;
            }
            catch (Exception exception) when (exception is CheckpointFormatException or ArgumentException)
            {
                complain(exception.Message);
                disk.Rename(path, path + Broken);
            }
            catch (FileNotFoundException)
            {
                // A newer one has taken its place, or somebody else has just put it aside.
            }
        }

        return null;
    }

    /// <summary>Whether a run ever had a whole checkpoint, be it broken now; what a kill left half written is none.</summary>
    public bool HasAny(string runId) => Directory.Exists(FolderOf(runId))
        && Directory.EnumerateFiles(FolderOf(runId), $"{Prefix}*").Any(path => !path.EndsWith(Temporary, StringComparison.Ordinal));

    /// <summary>
    /// Whether a run has trained but has no checkpoint to go on from. One that was killed while it wrote its very first is none such: the half
    /// written file tells that there never was another, and it may begin again.
    /// </summary>
    public bool IsMissing(RunSnapshot run) => MissingCheckpoint.IsExpected(run) && !HasAny(run.Id)
        && !(Directory.Exists(FolderOf(run.Id)) && Directory.EnumerateFiles(FolderOf(run.Id), $"{Prefix}*{Temporary}").Any());

    /// <summary>
    /// Gives the folder of a run that is to be erased the name that says so. Whatever happens to the program then, the run is erased at the next
    /// start at the latest, and never found with its row but without its weights.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be renamed.</exception>
    public void MarkErased(string runId)
    {
        if (Directory.Exists(FolderOf(runId)))
        {
            Directory.Move(FolderOf(runId), FolderOf(runId) + OrphanFolders.Erased);
        }
    }

    /// <summary>Takes the mark back.</summary>
    public void UnmarkErased(string runId)
    {
        if (Directory.Exists(FolderOf(runId) + OrphanFolders.Erased))
        {
            Directory.Move(FolderOf(runId) + OrphanFolders.Erased, FolderOf(runId));
        }
    }

    /// <summary>Deletes everything of a run that was marked.</summary>
    public void DeleteErased(string runId) => Delete(runId + OrphanFolders.Erased);

    /// <summary>Deletes everything of a run.</summary>
    public void Delete(string runId)
    {
        if (Directory.Exists(FolderOf(runId)))
        {
            Directory.Delete(FolderOf(runId), recursive: true);
        }
    }

    private string FolderOf(string runId) => Path.Combine(root, runId);

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What is left over harms nobody: it is not taken for a checkpoint, or it is an old one that the next saving deletes.
        }
    }
}
