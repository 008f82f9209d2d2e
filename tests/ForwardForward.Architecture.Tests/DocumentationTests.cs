using System.Text.RegularExpressions;
using ForwardForward.Recipes.Settings;

namespace ForwardForward.Architecture.Tests;

public sealed partial class DocumentationTests
{
    [Fact]
    public void ThePaperMapNamesFilesThatExist()
    {
        var paths = CodePath().Matches(Read("docs/paper-map.md")).Select(match => "src/" + match.Groups[1].Value).ToList();

        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(File.Exists(Path.Combine(Repository.Root, path)), $"There is no {path}."));
    }

    [Fact]
    public void ThePaperMapHasEveryRecipeAndGoodness()
    {
        var map = Read("docs/paper-map.md");
        string[] folders = ["src/ForwardForward.Recipes/Mnist", "src/ForwardForward.Recipes/Handwriting", "src/ForwardForward.Learning/Goodness"];
        var files = folders.SelectMany(folder => Repository.Files(folder, "*.cs")).Where(path => !Repository.IsInterface(path));

        Assert.All(files.Select(Repository.Relative), path => Assert.Contains(path["src/".Length..], map, StringComparison.Ordinal));
    }

    /// <summary>Written anew by <c>forwardforward recipes --settings</c>.</summary>
    [Fact]
    public void EverySettingIsWrittenDown() => Assert.Equal(SettingTable.Markdown(), Read("docs/settings.md").ReplaceLineEndings("\n"));

    [Fact]
    public void EveryDecisionIsInTheIndexAndTheOtherWayRound()
    {
        var listed = Link().Matches(Read("docs/adr/README.md")).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);
        var files = Repository.Files("docs/adr", "0*.md").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

        Assert.Equal(files, listed);
    }

    [Fact]
    public void TheReadmeLinksToFilesThatExist()
    {
        var links = Link().Matches(Read("README.md")).Select(match => match.Groups[1].Value).Where(link => !link.StartsWith("http", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(Repository.Root, link)), $"There is no {link}."));
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    [GeneratedRegex("`(ForwardForward\\.[A-Za-z./0-9]+\\.cs)`")]
    private static partial Regex CodePath();

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();
}
