using System.CommandLine;
using System.Globalization;
using ForwardForward.Recipes;
using ForwardForward.Recipes.Settings;

namespace ForwardForward.Cli.Commands;

/// <summary><c>recipes</c>: what there is to train.</summary>
internal static class RecipesCommand
{
    public static Command Create(Terminal terminal)
    {
        var json = new Option<bool>("--json") { Description = "One JSON object per recipe and scale." };
        var settings = new Option<bool>("--settings") { Description = "The settings of all recipes in place of the recipes, as the Markdown page docs/settings.md." };
        var command = new Command("recipes", "List the experiments.") { json, settings };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(settings))
            {
                terminal.Output.Write(SettingTable.Markdown());
                return;
            }

            foreach (var id in RecipeCatalog.Ids)
            {
                if (parsed.GetValue(json))
                {
                    WriteJson(id, terminal.Output);
                }
                else
                {
                    WriteText(RecipeCatalog.Get(id).Info, terminal.Output);
                }
            }
        });
        return command;
    }

    private static void WriteJson(string id, TextWriter output)
    {
        foreach (var scale in Enum.GetValues<Scale>())
        {
            var recipe = RecipeCatalog.Get(id, scale);
            var json = RecipeJson.ToJson(recipe);
            json.Insert(1, "title", recipe.Title);
            json.Insert(2, "summary", recipe.Info.Summary);
            output.WriteLine(json.ToJsonString());
        }
    }

    private static void WriteText(RecipeInfo recipe, TextWriter output)
    {
        output.WriteLine($"{recipe.Id,-24} {recipe.Title}");
        output.WriteLine($"{"",-24} {recipe.Summary}");
        if (recipe.Paper?.Reference is { } paper)
        {
            var error = paper.TestErrorPercent is { } percent
                ? $", test error {percent.ToString("0.00", CultureInfo.InvariantCulture)} %"
                : "";
            var note = paper.Note is null ? "" : $" ({paper.Note})";
            output.WriteLine($"{"",-24} Paper, section {paper.Section}{error}{note}");
        }
    }
}
