using System.Globalization;
using ForwardForward.Recipes;

namespace ForwardForward.Web.ViewModels.Starting;

/// <summary>What a link offers to start: recipe, scale and seed.</summary>
/// <param name="Recipe">Id of the recipe.</param>
/// <param name="Scale">How much of it.</param>
/// <param name="Seed">The seed; null takes the recipe's.</param>
public sealed record RecipeLink(string Recipe, Scale Scale, ulong? Seed)
{
    /// <summary>Reads the parts of a link. What it cannot mean is left out and said in a sentence each.</summary>
    /// <param name="recipe">Id of a recipe.</param>
    /// <param name="scale">Name of a scale.</param>
    /// <param name="seed">A whole number.</param>
    /// <param name="shelf">The recipes that exist.</param>
    /// <param name="complaints">Gets the sentences.</param>
    /// <returns>Null when the link names nothing.</returns>
    public static RecipeLink? Parse(string? recipe, string? scale, string? seed, RecipeList shelf, ICollection<string> complaints)
    {
        if (string.IsNullOrEmpty(recipe) && string.IsNullOrEmpty(scale) && string.IsNullOrEmpty(seed))
        {
            return null;
        }

        var id = shelf.Ids.FirstOrDefault(known => string.Equals(known, recipe, StringComparison.OrdinalIgnoreCase));
        if (id is null && !string.IsNullOrEmpty(recipe))
        {
            complaints.Add($"The link asks for the recipe '{Short(recipe)}', which does not exist. There is: {string.Join(", ", shelf.Ids)}.");
        }

        var size = Scale.Quick;
        if (!string.IsNullOrEmpty(scale) && !(Enum.TryParse(scale, ignoreCase: true, out size) && Enum.IsDefined(size) && !int.TryParse(scale, out _)))
        {
            complaints.Add($"The link asks for the scale '{Short(scale)}', which does not exist. There is: {string.Join(", ", Enum.GetNames<Scale>()).ToLowerInvariant()}.");
            size = Scale.Quick;
        }

        ulong? number = ulong.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;
        if (number is null && !string.IsNullOrEmpty(seed))
        {
            complaints.Add($"The link asks for the seed '{Short(seed)}'; a seed is a whole number from 0 to {ulong.MaxValue}.");
        }

        return new RecipeLink(id ?? shelf.Ids[0], size, number);
    }

    /// <summary>The parts of a link.</summary>
    public IEnumerable<string> Query()
    {
        yield return $"recipe={Uri.EscapeDataString(Recipe)}";
        yield return $"scale={Scale.ToString().ToLowerInvariant()}";
        if (Seed is { } seed)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"seed={seed}");
        }
    }

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
