using Microsoft.Extensions.Logging;

namespace ForwardForward.Runs.Checkpoints;

/// <summary>
/// Folders of checkpoints that belong to no run of the list: left by a program that was killed while it stored or erased a run, or by a
/// database that is not the one they were written beside. What holds anything whole is put aside and comes back with its row.
/// </summary>
/// <param name="root">The folder of all checkpoints.</param>
/// <param name="aside">Where folders are put that no run of the list owns.</param>
/// <param name="logger">Told of everything that is moved.</param>
internal sealed class OrphanFolders(string root, string aside, ILogger logger)
{
    /// <summary>How the folder of a run ends that was being erased.</summary>
    public const string Erased = ".erased";

    private const string Temporary = ".partial";

    /// <summary>The runs that were being erased when a program was killed.</summary>
    public IReadOnlyList<string> ListErased() =>
        [.. Names(root).Where(name => name.EndsWith(Erased, StringComparison.Ordinal)).Select(name => name[..^Erased.Length])];

    /// <summary>Brings back what was put aside of runs that are in the list again, and puts aside or deletes what belongs to none.</summary>
    /// <param name="known">Every run of the list, also those whose rows cannot be read.</param>
    public void Sweep(IReadOnlySet<string> known)
    {
        foreach (var name in Names(aside).Where(name => known.Contains(name) && !Directory.Exists(Path.Combine(root, name))))
        {
            Try(name, () => Move(Path.Combine(aside, name), Path.Combine(root, name)));
        }

        foreach (var name in Names(root).Where(name => RunId.IsValid(name) && !known.Contains(name)))
        {
            Try(name, () => PutAway(name));
        }
    }

    private void PutAway(string name)
    {
        var folder = Path.Combine(root, name);
        if (!Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any(file => !file.EndsWith(Temporary, StringComparison.Ordinal)))
        {
            Directory.Delete(folder, recursive: true);
            return;
        }

        Directory.CreateDirectory(aside);
        var place = Path.Combine(aside, name);
        for (var number = 2; Directory.Exists(place); number++)
        {
            place = Path.Combine(aside, $"{name}-{number}");
        }

        Move(folder, place);
    }

    private void Move(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        Directory.Move(from, to);
        logger.LogWarning("The checkpoints in {From} were moved to {To}, since {Reason}", from, to, from.StartsWith(aside, StringComparison.Ordinal)
            ? "their run is in the list again"
            : "no run of the list owns them; a file in there can be imported as a run");
    }

    private void Try(string name, Action act)
    {
        try
        {
            act();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning(exception, "The checkpoints of {Run}, which no run of the list owns, stay where they are", name);
        }
    }

    private static List<string> Names(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path))] : [];
}
