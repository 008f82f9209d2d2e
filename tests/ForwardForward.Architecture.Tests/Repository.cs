using System.Xml.Linq;

namespace ForwardForward.Architecture.Tests;

/// <summary>The files of the repository that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<Project> Projects { get; } =
        [.. Files("src", "*.csproj").Concat(Files("tests", "*.csproj")).Select(path => new Project(path, XDocument.Load(path)))];

    public static IReadOnlyList<Project> SourceProjects { get; } = [.. Projects.Where(project => Relative(project.Path).StartsWith("src/", StringComparison.Ordinal))];

    /// <summary>Files of a folder, build output left out.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(path => !Relative(path).Split('/').Any(part => part is "bin" or "obj" or "node_modules"))
            .Order(StringComparer.Ordinal);

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>Whether a file holds an interface, going by its name.</summary>
    public static bool IsInterface(string path) => Path.GetFileName(path) is ['I', >= 'A' and <= 'Z', ..];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ForwardForward.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"ForwardForward.sln lies nowhere above {AppContext.BaseDirectory}.");
    }
}

/// <summary>A project file.</summary>
internal sealed record Project(string Path, XDocument Xml)
{
    private const string Prefix = "ForwardForward.";

    /// <summary>Name without the product's, such as "Runs".</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path)[Prefix.Length..];

    public IEnumerable<string> ProjectReferences => Included("ProjectReference").Select(path => System.IO.Path.GetFileNameWithoutExtension(path)[Prefix.Length..]);

    public IEnumerable<string> PackageReferences => Included("PackageReference");

    public IEnumerable<string> FrameworkReferences => Included("FrameworkReference");

    private IEnumerable<string> Included(string item) => Xml.Descendants(item).Select(element => (string?)element.Attribute("Include")).OfType<string>();
}
