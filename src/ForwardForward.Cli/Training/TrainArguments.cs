using System.Text.Json;
using ForwardForward.Recipes;
using ForwardForward.Recipes.Settings;
using ForwardForward.Runs;

namespace ForwardForward.Cli.Training;

/// <summary>What <c>train</c> was asked to do, and the checks that need no engine.</summary>
internal sealed record TrainArguments
{
    /// <summary>Id of a recipe; null when an old run is resumed.</summary>
    public required string? Recipe { get; init; }

    /// <summary>How much of it.</summary>
    public required Scale Scale { get; init; }

    /// <summary>Passes over the training images; null for the recipe's.</summary>
    public int? Epochs { get; init; }

    /// <summary>Seed; null for the recipe's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Settings as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Id of a run to go on with, or <c>last</c>; null for a new run.</summary>
    public string? Resume { get; init; }

    /// <summary>Whether anything was said that only a new run can heed.</summary>
    public bool HasStartOptions { get; init; }

    /// <summary>The new run that was asked for, checked; null when an old one is to be resumed.</summary>
    /// <exception cref="UsageException">The arguments make no sense together, or there is no such recipe.</exception>
    /// <exception cref="SettingException">A setting is unknown or out of range.</exception>
    public StartRun? NewRun()
    {
        if (Resume is not null)
        {
            return Recipe is null && !HasStartOptions
                ? null
                : throw new UsageException("--resume goes on with a run as it was begun; leave out the recipe, --scale, --epochs, --seed and --set.");
        }

        var known = $"Recipes: {string.Join(", ", RecipeCatalog.Ids)}.";
        if (Recipe is null)
        {
            throw new UsageException($"Which recipe? Say 'train <recipe>', or 'train --resume <run>'. {known}");
        }

        if (!RecipeCatalog.Ids.Contains(Recipe))
        {
            throw new UsageException($"There is no recipe '{Recipe}'. {known}");
        }

        return new StartRun(Recipe, Scale, Seed, ChangedSettings(RecipeCatalog.Get(Recipe, Scale)));
    }

    // Text becomes typed values by way of the recipe: the engine gets what the settings themselves read back.
    private Dictionary<string, JsonElement> ChangedSettings(ConfiguredRecipe recipe)
    {
        List<string> assignments = [.. Settings];
        if (Epochs is { } epochs)
        {
            assignments.Add($"epochs={epochs}");
        }

        if (assignments.Count == 0)
        {
            return [];
        }

        var changed = RecipeSettings.ApplyText(recipe, assignments);
        var names = assignments.Select(assignment => assignment.Split('=')[0].Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return RecipeSettings.Of(changed).Where(setting => names.Contains(setting.Name)).ToDictionary(setting => setting.Name, setting => setting.Read(changed.Settings));
    }
}
