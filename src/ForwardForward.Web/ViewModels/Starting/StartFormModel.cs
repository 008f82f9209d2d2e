using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using ForwardForward.Recipes;
using ForwardForward.Recipes.Settings;
using ForwardForward.Runs;

namespace ForwardForward.Web.ViewModels.Starting;

/// <summary>What a person is about to start: recipe, scale, seed, changed settings.</summary>
public sealed class StartFormModel
{
    private readonly RecipeList _shelf;
    private readonly Dictionary<string, SettingField> _fields = new(StringComparer.Ordinal);

    /// <summary>A form with the first recipe at quick scale.</summary>
    public StartFormModel(RecipeList shelf)
    {
        _shelf = shelf;
        RecipeId = shelf.Ids.Count > 0 ? shelf.Ids[0] : "";
        Follow();
        SeedText = Recipe?.Seed.ToString(CultureInfo.InvariantCulture) ?? "1";
    }

    /// <summary>Recipes at the chosen scale.</summary>
    public IReadOnlyList<ConfiguredRecipe> Recipes => [.. _shelf.Ids.Select(id => _shelf.Get(id, Scale))];

    /// <summary>The chosen recipe's id.</summary>
    public string RecipeId { get; private set; }

    /// <summary>The chosen scale.</summary>
    public Scale Scale { get; private set; } = Scale.Quick;

    /// <summary>The chosen recipe; null when the product has none.</summary>
    public ConfiguredRecipe? Recipe { get; private set; }

    /// <summary>What stands in the seed's field.</summary>
    public string SeedText { get; set; }

    /// <summary>The settings that matter to the chosen recipe. What was typed into one is still there when a recipe comes back.</summary>
    public IReadOnlyList<SettingField> Fields { get; private set; } = [];

    /// <summary>What is wrong with the seed; null when nothing is.</summary>
    public string? SeedProblem =>
        ulong.TryParse(SeedText.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null : $"A seed is a whole number from 0 to {ulong.MaxValue}; this is '{Short(SeedText)}'.";

    /// <summary>Whether it can be started as it stands.</summary>
    public bool IsValid => Recipe is not null && SeedProblem is null && Fields.All(typed => typed.Problem is null);

    /// <summary>Chooses a recipe; an unknown one changes nothing.</summary>
    public void Choose(string? recipeId)
    {
        if (recipeId is not null && _shelf.Ids.Contains(recipeId))
        {
            RecipeId = recipeId;
            Follow();
        }
    }

    /// <summary>Chooses a scale.</summary>
    public void Choose(Scale scale)
    {
        Scale = scale;
        Follow();
    }

    /// <summary>Takes over what a link offers; what was typed into settings stays.</summary>
    public void Choose(RecipeLink link)
    {
        Scale = link.Scale;
        Choose(link.Recipe);
        SeedText = link.Seed?.ToString(CultureInfo.InvariantCulture) ?? SeedText;
    }

    /// <summary>Shows what a run was started with; settings that its recipe no longer has are left out, and so is a recipe that is gone.</summary>
    public void Choose(ConfiguredRecipe started)
    {
        if (!_shelf.Ids.Contains(started.Id))
        {
            return;
        }

        Choose(new RecipeLink(started.Id, started.Scale, started.Seed));
        foreach (var field in Fields.Where(field => SettingSchema.Of(started.Settings).Find(field.Setting.Name) == field.Setting))
        {
            field.Show(started.Settings);
        }
    }

    /// <summary>What a link would say of it; null where there is no recipe or the seed is no number.</summary>
    public RecipeLink? Offered => Recipe is not null && SeedProblem is null
        ? new RecipeLink(RecipeId, Scale, ulong.Parse(SeedText.Trim(), NumberStyles.None, CultureInfo.InvariantCulture))
        : null;

    /// <summary>Throws the die.</summary>
    public void NewSeed() => SeedText = RandomNumberGenerator.GetInt32(1, 100_000).ToString(CultureInfo.InvariantCulture);

    /// <summary>Takes what was typed into a field.</summary>
    public void Type(SettingField field, string? text)
    {
        if (Recipe is { } recipe)
        {
            field.Type(text, recipe.Settings);
        }
    }

    /// <summary>The request, when <see cref="IsValid"/>.</summary>
    public StartRun Request() => new(
        RecipeId,
        Scale,
        ulong.Parse(SeedText.Trim(), NumberStyles.None, CultureInfo.InvariantCulture),
        Fields.Where(field => field.IsChanged).ToDictionary(field => field.Setting.Name, field => field.Value) is { Count: > 0 } changed ? changed : null);

    private static string Short(string text) => text.Length > 30 ? text[..30] + "…" : text;

    private void Follow()
    {
        if (RecipeId.Length == 0)
        {
            return;
        }

        Recipe = _shelf.Get(RecipeId, Scale);
        Fields = [.. _shelf.Settings(Recipe).Select(setting => Field(setting, Recipe))];
    }

    private SettingField Field(Setting setting, ConfiguredRecipe recipe)
    {
        var field = _fields.TryGetValue(setting.Name, out var typed) ? typed : _fields[setting.Name] = new SettingField(setting);
        field.Follow(setting, recipe.Settings);
        return field;
    }
}
