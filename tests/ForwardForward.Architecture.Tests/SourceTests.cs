using System.Text.RegularExpressions;

namespace ForwardForward.Architecture.Tests;

public sealed class SourceTests
{
    private const int MostLines = 300;
    private static readonly Regex WordsInQuotesAndComments = new("""
        "[^"\n]*"|//[^\n]*
        """);

    [Fact]
    public void FilesAreShort()
    {
        var files = Repository.Files("src", "*.cs").Concat(Repository.Files("src", "*.razor")).Concat(Repository.Files("src", "*.js"))
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal));
        Assert.Empty(files.Select(path => (path, lines: File.ReadLines(path).Count())).Where(file => file.lines > MostLines)
            .Select(file => $"{Repository.Relative(file.path)} has {file.lines} lines; {MostLines} are the most"));
    }

    /// <summary>Builds leave out what is in bin and obj, in any letters: sources in a folder "Bin" are compiled the first time only.</summary>
    [Fact]
    public void NoFolderOfSourcesIsTakenForOutput()
    {
        var folders = new[] { "src", "tests" }.SelectMany(top => Directory.GetDirectories(Path.Combine(Repository.Root, top), "*", SearchOption.AllDirectories)).ToList();
        Assert.NotEmpty(folders);
        Assert.Empty(folders.Where(folder => Path.GetFileName(folder) is not ("bin" or "obj") and var name && name.ToUpperInvariant() is "BIN" or "OBJ").Select(Repository.Relative));
    }

    [Fact]
    public void EachRecipeIsReadAlone()
    {
        string[] folders = ["src/ForwardForward.Recipes/Mnist", "src/ForwardForward.Recipes/Handwriting"];
        var recipes = folders.SelectMany(folder => Repository.Files(folder, "*.cs")).ToList();
        Assert.NotEmpty(recipes);
        var names = recipes.ConvertAll(path => Path.GetFileNameWithoutExtension(path));
        foreach (var path in recipes)
        {
            // A recipe may use a trainer whose namespace has the name of another recipe.
            var text = WordsInQuotesAndComments.Replace(string.Join('\n', File.ReadLines(path).Where(line => !line.StartsWith("using ", StringComparison.Ordinal))), "");
            var own = Path.GetFileNameWithoutExtension(path);
            Assert.Empty(names.Where(name => name != own && Regex.IsMatch(text, $@"\b{name}\b")).Select(name => $"{own} mentions {name}"));
        }
    }

    [Fact]
    public void NothingIsLeftForLater()
    {
        var later = new Regex(@"\bTODO\b|\bFIXME\b|\bHACK\b|NotImplementedException");
        Assert.Empty(Repository.Files("src", "*.cs").Concat(Repository.Files("src", "*.razor"))
            .Where(path => later.IsMatch(File.ReadAllText(path))).Select(Repository.Relative));
    }

    [Fact]
    public void NothingIsFetchedFromElsewhere()
    {
        var remote = new Regex("""(src|href)\s*=\s*["']https?://|@import\s+(url\()?["']?https?://|from\s+["']https?://""");
        string[] patterns = ["*.razor", "*.js", "*.css", "*.html", "*.cshtml"];
        Assert.Empty(patterns.SelectMany(pattern => Repository.Files("src", pattern)).Concat(Repository.Files("wwwroot", "*.css"))
            .Where(path => File.ReadLines(path).Any(line => remote.IsMatch(line) && !line.Contains("<a ", StringComparison.OrdinalIgnoreCase)))
            .Select(Repository.Relative));
    }

    [Fact]
    public void WarningsAreNotSilencedInTheCode()
    {
        var silenced = new Regex(@"#pragma warning disable (?!\w+ // )|\[(assembly:\s*)?SuppressMessage|#nullable disable");
        Assert.Empty(Repository.Files("src", "*.cs").Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal))
            .Where(path => silenced.IsMatch(File.ReadAllText(path))).Select(Repository.Relative));
    }
}
