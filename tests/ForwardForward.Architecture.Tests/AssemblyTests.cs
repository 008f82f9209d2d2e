namespace ForwardForward.Architecture.Tests;

public sealed class AssemblyTests
{
    private static readonly string[] Names = ["Numerics", "Frames", "Data", "Learning", "Recipes", "Imaging", "Runs", "Web", "Cli"];

    /// <summary>A run is a pure function of recipe, data and seed.</summary>
    [Theory]
    [InlineData("System.IO.")]
    [InlineData("System.Net.")]
    [InlineData("System.Threading.")]
    [InlineData("System.Random")]
    [InlineData("System.DateTime")]
    [InlineData("System.TimeProvider")]
    [InlineData("System.Diagnostics.Stopwatch")]
    [InlineData("System.Guid")]
    [InlineData("System.Console")]
    [InlineData("Microsoft.Extensions.")]
    public void LearningKnowsNoWorld(string beginning) =>
        Assert.DoesNotContain(Assemblies.UsedTypes("Learning"), type => type.StartsWith(beginning, StringComparison.Ordinal));

    [Theory]
    [InlineData("System.Runtime.Intrinsics.")]
    [InlineData("System.Threading.Tasks.Parallel")]
    [InlineData("System.Runtime.InteropServices.NativeMemory")]
    public void TricksLiveInNumerics(string beginning)
    {
        foreach (var name in Names.Where(name => name != "Numerics"))
        {
            Assert.Empty(Assemblies.UsedTypes(name)
                .Where(type => type.StartsWith(beginning, StringComparison.Ordinal))
                .Select(type => $"{name} uses {type}"));
        }
    }

    [Fact]
    public void TheImageLibraryStaysInImaging() =>
        Assert.Equal(["Imaging"], Names.Where(name => Assemblies.ReferencedAssemblies(name).Contains("SixLabors.ImageSharp")));

    [Fact]
    public void AspNetStaysInTheWeb() =>
        Assert.Equal(["Web"], Names.Where(name => Assemblies.ReferencedAssemblies(name).Any(used => used.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))));

    [Fact]
    public void DataDoesNotKnowLearning() =>
        Assert.DoesNotContain("ForwardForward.Learning", Assemblies.ReferencedAssemblies("Data"));

    [Fact]
    public void PagesSeeSnapshotsNeverATrainer()
    {
        string[] forbidden = ["ForwardForward.Learning.Trainers.Trainer", "ForwardForward.Runs.Loop.RunLoop", "ForwardForward.Recipes.IRecipe"];
        Assert.Empty(Assemblies.UsedTypes("Web").Intersect(forbidden));
    }

    [Fact]
    public void MetadataIsReallyRead()
    {
        Assert.Contains("SixLabors.ImageSharp", Assemblies.ReferencedAssemblies("Imaging"));
        Assert.Contains("ForwardForward.Runs.IRunService", Assemblies.UsedTypes("Cli"));
    }
}
