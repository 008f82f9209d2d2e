namespace ForwardForward.Data.Mnist;

/// <summary>Looks at MNIST's files one by one, so that a person learns which of them needs care.</summary>
public sealed class MnistInventory(MnistFiles files, MnistFolders folders)
{
    /// <summary>Says of every file whether and where it is there; reads none.</summary>
    public IReadOnlyList<MnistFileStatus> List() => [.. files.All.Select(Find)];

    /// <summary>Reads one file and compares its checksum.</summary>
    public MnistFileStatus Verify(MnistFile file)
    {
        var found = Find(file);
        if (found.Path is not { } path)
        {
            return found;
        }

        try
        {
            MnistReader.ReadVerified(file, path);
            return found with { State = MnistFileState.Verified };
        }
        catch (DataFormatException exception)
        {
            return found with { State = MnistFileState.Wrong, Fault = exception.Message };
        }
    }

    private MnistFileStatus Find(MnistFile file) => folders.Find(file) is { } path
        ? new MnistFileStatus(file, path, new FileInfo(path).Length, MnistFileState.Present, null)
        : new MnistFileStatus(file, null, 0, MnistFileState.Missing, null);
}
