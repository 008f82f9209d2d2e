using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;
using ForwardForward.Recipes.Mnist;
using ForwardForward.Testing;

namespace ForwardForward.Recipes.Tests.Example;

/// <summary>The page on adding a recipe shows code that is compiled here, and it runs.</summary>
public sealed class AddARecipeTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void ThePageShowsTheFileThatIsCompiledHere()
    {
        var page = File.ReadAllText(Path.Combine(Root, "docs", "add-a-recipe.md"));
        var file = File.ReadAllText(Path.Combine(Root, "tests", "ForwardForward.Recipes.Tests", "Example", "SupervisedSymba.cs"));

        Assert.Contains($"```csharp\n{file}```\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void ItLearnsAndShowsSomething()
    {
        IRecipe recipe = new SupervisedSymba();
        var data = ColourPatterns.Make(200);
        using var workers = new Workers(1);
        using var products = new MatrixProducts(workers);
        using var trainer = recipe.Create(recipe.At(Scale.Smoke), data, products);
        var loss = trainer.Metrics.ToList().FindIndex(metric => metric.Name.EndsWith("/loss", StringComparison.Ordinal));
        var metrics = new float[trainer.Metrics.Count];
        trainer.Step(metrics);
        var first = metrics[loss];
        while (trainer.Course.CompletedSteps < 40)
        {
            trainer.Step(metrics);
        }

        Assert.True(metrics[loss] < first, $"the loss was {first} and is {metrics[loss]}");
        Assert.NotEmpty(trainer.Readings);
    }

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
