using System.Text.Json;
using ForwardForward.Recipes;
using ForwardForward.Recipes.Settings;

namespace ForwardForward.Web.Endpoints.Contracts;

/// <summary>A recipe that can be run.</summary>
/// <param name="Id">Name in requests.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Summary">What it shows.</param>
/// <param name="Paper">What the paper says of it; null for experiments of our own.</param>
/// <param name="Scales">How much of it can be run.</param>
/// <param name="Settings">What can be changed about it.</param>
public sealed record RecipeAnswer(
    string Id, string Title, string Summary, PaperReference? Paper, IReadOnlyList<Scale> Scales, IReadOnlyList<SettingAnswer> Settings);

/// <summary>A setting of a recipe.</summary>
/// <param name="Name">Name in requests.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Explanation">What it does.</param>
/// <param name="Unit">Unit for people; empty where there is none.</param>
/// <param name="IsMain">Whether it belongs on the short list that people see first.</param>
/// <param name="Kind">number, wholeNumber, choice or layers (a list of whole numbers, bottom layer first).</param>
/// <param name="Values">Which values it takes, in words.</param>
/// <param name="Minimum">Least value of a number, or of a layer; null for choices.</param>
/// <param name="Maximum">Largest value of a number, or of a layer; null for choices.</param>
/// <param name="IsLogarithmic">Whether people think of it in powers of ten.</param>
/// <param name="Choices">The names that a choice takes; null for numbers.</param>
/// <param name="Defaults">The recipe's value at each scale.</param>
public sealed record SettingAnswer(
    string Name,
    string Title,
    string Explanation,
    string Unit,
    bool IsMain,
    string Kind,
    string Values,
    double? Minimum,
    double? Maximum,
    bool IsLogarithmic,
    IReadOnlyCollection<string>? Choices,
    IReadOnlyDictionary<string, JsonElement> Defaults)
{
    /// <summary>The answer for a setting of these recipes, one for each scale.</summary>
    public static SettingAnswer From(Setting setting, IEnumerable<ConfiguredRecipe> recipes)
    {
        var (kind, minimum, maximum) = setting switch
        {
            // Not float to double: 0.01 would become 0.009999999776.
            NumberSetting number => ("number", (double?)(decimal)number.Minimum, (double?)(decimal)number.Maximum),
            WholeNumberSetting number => ("wholeNumber", number.Minimum, number.Maximum),
            LayersSetting layers => ("layers", layers.Minimum, layers.Maximum),
            _ => ("choice", null, null),
        };
        return new SettingAnswer(
            setting.Name,
            setting.Title,
            setting.Explanation,
            setting.Unit,
            setting.IsMain,
            kind,
            setting.Values,
            minimum,
            maximum,
            setting is NumberSetting { IsLogarithmic: true },
            (setting as ChoiceSetting)?.Choices,
            recipes.ToDictionary(recipe => WireJson.Name(recipe.Scale), recipe => setting.Read(recipe.Settings)));
    }
}
