namespace ForwardForward.Data.Mnist;

/// <summary>Finds MNIST's files: in the read-only folder first, then where downloads go.</summary>
public sealed class MnistFolders(DataPaths options)
{
    private const string Subfolder = "mnist";

    /// <summary>Where downloads go.</summary>
    public string Downloads { get; } = Path.Combine(options.Folder, Subfolder);

    /// <summary>The path of a file under one of its usual names; null when it is in neither folder.</summary>
    public string? Find(MnistFile file)
    {
        string?[] folders = [options.ReadOnlyFolder is { } folder ? Path.Combine(folder, Subfolder) : null, Downloads];
        return folders.OfType<string>()
            .SelectMany(_ => file.LocalNames, Path.Combine)
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Whether a path lies where downloads go, so that a broken file there may be replaced.</summary>
    public bool IsOurs(string path) => Path.GetDirectoryName(path) == Downloads;
}
