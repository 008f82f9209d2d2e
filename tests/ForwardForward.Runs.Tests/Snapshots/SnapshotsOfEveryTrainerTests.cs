using System.Text.Json;
using ForwardForward.Recipes;
using ForwardForward.Runs.Training;
using ForwardForward.Testing.Runs;
using Microsoft.Extensions.Logging.Abstractions;

namespace ForwardForward.Runs.Tests.Snapshots;

/// <summary>Every recipe can be looked back at, whatever kind of trainer it has.</summary>
public sealed class SnapshotsOfEveryTrainerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Recipes => [.. RecipeCatalog.Ids];

    [Theory]
    [MemberData(nameof(Recipes))]
    public async Task Every_kind_of_trainer_keeps_moments(string recipe)
    {
        using var folder = new TestFolder();
        using var training = new RecipeTraining(new TinyDigitsProvider(), new RunsOptions { DataDirectory = folder.Path, Threads = 2 });
        await using var runs = new RunService(
            new RunsOptions { DataDirectory = folder.Path }, training, new CatalogRecipes(), TimeProvider.System, NullLogger<RunService>.Instance);
        await new RunWorker(runs).StartAsync(Token);
        var request = new StartRun(recipe, Scale.Smoke, 3, new Dictionary<string, JsonElement> { ["epochs"] = JsonSerializer.SerializeToElement(1) }, StartPaused: true);
        var id = (await runs.StartAsync(request, Token)).Id;
        await runs.StepAsync(id, StepUnit.Batch, Token);
        await runs.StepAsync(id, StepUnit.Batch, Token);
        await runs.StopAsync(id, Token);

        var run = runs.Get(id);
        Assert.Null(run.Failure);
        Assert.Null(run.Warning);
        Assert.Equal([0, 1, 2], (await runs.MomentsAsync(id, Token)).Steps);
        var moment = await runs.MomentAsync(id, 2, Token);
        for (var layer = 0; layer < run.Layers.Count; layer++)
        {
            var (about, fields) = (run.Layers[layer], moment.Fields[layer]);
            var size = Math.Max(1, about.FieldWidth * about.FieldHeight);
            if (about.Grid is { } grid)
            {
                Assert.Equal(0, fields.Fields.Length % (size * grid.Locations));
                Assert.InRange(fields.Fields.Length / size / grid.Locations, 1, layer == 0 ? 12 : 1);
            }
            else
            {
                Assert.Equal(Math.Min(layer == 0 ? 120 : 60, about.Units) * about.FieldWidth * about.FieldHeight, fields.Fields.Length);
            }

            Assert.Equal(about.HasGoodness, moment.Layers[layer]!.PositiveGoodness.Length > 0);
            if (fields.Fields.Length > 0)
            {
                Assert.NotEqual((await runs.MomentAsync(id, 0, Token)).Fields[layer].Fields, fields.Fields);
            }
        }

        Assert.Equal(run.Layers.Any(layer => layer.HasGoodness), moment.Examples.Pairs.Count > 0);
    }
}
