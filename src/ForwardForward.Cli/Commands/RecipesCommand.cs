using System.CommandLine;
using System.Globalization;
using ForwardForward.Experiments;

namespace ForwardForward.Cli.Commands;

/// <summary><c>recipes</c>: what there is to train.</summary>
internal static class RecipesCommand
{
    public static Command Create(Terminal terminal)
    {
        var json = new Option<bool>("--json") { Description = "One JSON object per recipe and scale." };
        var command = new Command("recipes", "List the experiments.") { json };
        command.SetAction(parsed =>
        {
            foreach (var id in RecipeCatalog.Ids)
            {
                if (parsed.GetValue(json))
                {
                    WriteJson(id, terminal.Output);
                }
                else
                {
                    WriteText(RecipeCatalog.Get(id, Scale.Paper), terminal.Output);
                }
            }
        });
        return command;
    }

    private static void WriteJson(string id, TextWriter output)
    {
        foreach (var scale in Enum.GetValues<Scale>())
        {
            output.WriteLine(RecipeJson.Write(RecipeCatalog.Get(id, scale)));
        }
    }

    private static void WriteText(Recipe recipe, TextWriter output)
    {
        output.WriteLine($"{recipe.Id,-24} {recipe.Title}");
        output.WriteLine($"{"",-24} {recipe.Summary}");
        if (recipe.Paper is { } paper)
        {
            var error = paper.TestErrorPercent is { } percent
                ? $", test error {percent.ToString("0.00", CultureInfo.InvariantCulture)} %"
                : "";
            var note = paper.Note is null ? "" : $" ({paper.Note})";
            output.WriteLine($"{"",-24} Paper, section {paper.Section}{error}{note}");
        }
    }
}
