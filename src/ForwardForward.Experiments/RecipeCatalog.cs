using ForwardForward.Experiments.Recipes;

namespace ForwardForward.Experiments;

/// <summary>Every recipe of the product, found by itself: one file each under Recipes.</summary>
public static class RecipeCatalog
{
    private static readonly Dictionary<string, IRecipe> Recipes = Find();

    /// <summary>Ids in the order in which people should see them.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. Recipes.Values.OrderBy(recipe => recipe.Order).ThenBy(recipe => recipe.Id).Select(recipe => recipe.Id)];

    /// <summary>A recipe at a scale.</summary>
    /// <exception cref="ArgumentException">There is no such recipe; the message lists those that exist.</exception>
    public static Recipe Get(string id, Scale scale)
    {
        if (!Recipes.TryGetValue(id, out var recipe))
        {
            throw new ArgumentException($"There is no recipe called '{id}'. There is: {string.Join(", ", Ids)}.", nameof(id));
        }

        return Enum.IsDefined(scale)
            ? recipe.At(scale)
            : throw new ArgumentException($"There is no scale {(int)scale}. There is: {string.Join(", ", Enum.GetNames<Scale>())}.", nameof(scale));
    }

    private static Dictionary<string, IRecipe> Find() => typeof(RecipeCatalog).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsSealed: true } && type.IsAssignableTo(typeof(IRecipe)))
        .Select(type => (IRecipe)Activator.CreateInstance(type)!)
        .ToDictionary(recipe => recipe.Id, StringComparer.Ordinal);
}
