using System.Xml.Linq;

namespace ForwardForward.Architecture.Tests;

public sealed class ProjectFileTests
{
    /// <summary>
    /// {Numerics, Frames, Imaging} &lt;- Data &lt;- Learning &lt;- Recipes &lt;- Runs &lt;- {Web, Cli}. A project names everything that it uses, so it can leave
    /// out what lies further down.
    /// </summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Numerics"] = [],
        ["Frames"] = [],
        ["Data"] = ["Numerics", "Frames", "Imaging"],
        ["Learning"] = ["Numerics", "Frames", "Data"],
        ["Recipes"] = ["Numerics", "Frames", "Data", "Learning"],
        ["Imaging"] = [],
        ["Runs"] = ["Numerics", "Frames", "Imaging", "Data", "Learning", "Recipes"],
        ["Web"] = ["Frames", "Imaging", "Data", "Learning", "Recipes", "Runs"],
        ["Cli"] = ["Numerics", "Frames", "Imaging", "Data", "Learning", "Recipes", "Runs"],
    };

    /// <summary>Packages that belong to some projects only, by the beginning of their name.</summary>
    private static readonly Dictionary<string, string[]> Homes = new()
    {
        ["SixLabors.ImageSharp"] = ["Imaging"],
        ["Microsoft.EntityFrameworkCore"] = ["Runs"],
        ["MudBlazor"] = ["Web"],
        ["Plotly.Blazor"] = ["Web"],
        ["Microsoft.AspNetCore"] = ["Web"],
        ["System.CommandLine"] = ["Web", "Cli"],
        ["Spectre.Console"] = ["Cli"],
    };

    [Fact]
    public void EveryProjectHasItsPlaceInTheOrder() =>
        Assert.Equal(Allowed.Keys.Order(), Repository.SourceProjects.Select(project => project.Name).Order());

    [Fact]
    public void ProjectsReferenceOnlyWhatLiesBelowThem()
    {
        foreach (var project in Repository.SourceProjects)
        {
            Assert.Empty(project.ProjectReferences.Except(Allowed[project.Name]).Select(other => $"{project.Name} -> {other}"));
        }
    }

    [Fact]
    public void NoProjectUsesWhatItDoesNotReference() =>
        Assert.Equal("true", XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("DisableTransitiveProjectReferences").Single().Value);

    [Fact]
    public void PackagesStayInTheirProject()
    {
        var strays =
            from project in Repository.SourceProjects
            from package in project.PackageReferences
            from home in Homes
            where package.StartsWith(home.Key, StringComparison.Ordinal) && !home.Value.Contains(project.Name)
            select $"{project.Name} uses {package}, which belongs to {string.Join(" and ", home.Value)}";
        Assert.Empty(strays);
    }

    [Fact]
    public void OnlyTheWebKnowsAspNet()
    {
        foreach (var project in Repository.SourceProjects.Where(project => project.Name != "Web"))
        {
            Assert.Empty(project.FrameworkReferences);
            Assert.Equal("Microsoft.NET.Sdk", (string?)project.Xml.Root!.Attribute("Sdk"));
        }
    }

    [Fact]
    public void OnlyNumericsIsUnsafe()
    {
        var unsafeOnes = Repository.Projects.Where(project => project.Xml.Descendants("AllowUnsafeBlocks").Any(element => element.Value.Trim() == "true"));
        Assert.Equal(["Numerics"], unsafeOnes.Select(project => project.Name).Where(name => !name.EndsWith(".Tests", StringComparison.Ordinal)));
    }

    [Fact]
    public void NoFileIsCompiledIntoTwoProjects()
    {
        var linked =
            from project in Repository.Projects
            from compile in project.Xml.Descendants("Compile")
            let include = (string?)compile.Attribute("Include")
            where include is not null && include.Contains("..", StringComparison.Ordinal)
            select $"{project.Name}: {include}";
        Assert.Empty(linked);
    }

    [Fact]
    public void PackageVersionsAreCentral()
    {
        var versions =
            from project in Repository.Projects
            from reference in project.Xml.Descendants("PackageReference")
            where reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null || reference.Elements("Version").Any()
            select $"{project.Name}: {(string?)reference.Attribute("Include")}";
        Assert.Empty(versions);
    }

    [Fact]
    public void EverySourceProjectHasATestProject()
    {
        var names = Repository.Projects.Select(project => project.Name).ToHashSet();
        Assert.Empty(Repository.SourceProjects.Where(project => !names.Contains(project.Name + ".Tests")).Select(project => project.Name));
    }

    [Fact]
    public void TheSolutionHasEveryProject()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "ForwardForward.sln")).Replace('\\', '/');
        Assert.All(Repository.Projects, project => Assert.Contains(Repository.Relative(project.Path), solution, StringComparison.Ordinal));
    }
}
