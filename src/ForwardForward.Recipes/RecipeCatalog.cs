namespace ForwardForward.Recipes;

/// <summary>Every recipe of the product, found by itself: one file each.</summary>
public static class RecipeCatalog
{
    private static readonly Dictionary<string, IRecipe> Recipes = typeof(RecipeCatalog).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsSealed: true } && type.IsAssignableTo(typeof(IRecipe)))
        .Select(type => (IRecipe)Activator.CreateInstance(type)!)
        .ToDictionary(recipe => recipe.Info.Id, StringComparer.Ordinal);

    /// <summary>The recipes in the order in which people should see them.</summary>
    public static IReadOnlyList<IRecipe> All { get; } = [.. Recipes.Values.OrderBy(recipe => recipe.Info.Order).ThenBy(recipe => recipe.Info.Id, StringComparer.Ordinal)];

    /// <summary>Their ids.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. All.Select(recipe => recipe.Info.Id)];

    /// <summary>A recipe; null when there is none of that id.</summary>
    public static IRecipe? Find(string id) => Recipes.GetValueOrDefault(id);

    /// <summary>A recipe.</summary>
    /// <exception cref="ArgumentException">There is no such recipe; the message lists those that exist.</exception>
    public static IRecipe Get(string id) => Find(id) ?? throw new ArgumentException($"There is no recipe called '{id}'. There is: {string.Join(", ", Ids)}.", nameof(id));

    /// <summary>A recipe at a scale, with the settings that it has there.</summary>
    /// <exception cref="ArgumentException">There is no such recipe or scale; the message lists those that exist.</exception>
    public static ConfiguredRecipe Get(string id, Scale scale)
    {
        var recipe = Get(id);
        return Enum.IsDefined(scale)
            ? new ConfiguredRecipe { Info = recipe.Info, Scores = recipe.Scores, Scale = scale, DataSet = recipe.DataSet(scale), Probe = recipe.Probe(scale), Settings = recipe.At(scale) }
            : throw new ArgumentException($"There is no scale {(int)scale}. There is: {string.Join(", ", Enum.GetNames<Scale>())}.", nameof(scale));
    }
}
