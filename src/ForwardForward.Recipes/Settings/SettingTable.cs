using System.Text;

namespace ForwardForward.Recipes.Settings;

/// <summary>The page that lists every setting, <c>docs/settings.md</c>.</summary>
public static class SettingTable
{
    private const string Head = """
        # Settings

        Everything about a recipe that can be changed: in the form of the page, with `--set name=value` on the command line, and in `settings` of
        `POST /api/runs`. Each is a property, with its words and its range, of the record that a trainer takes. `forwardforward recipes --settings`
        writes this page; `forwardforward recipes --json` has the value that each recipe gives to each setting.

        """;

    /// <summary>The page as it should be.</summary>
    public static string Markdown()
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var group in RecipeSettings.All.GroupBy(setting => setting.Group))
        {
            page.Append("\n## ").Append(group.Key).Append("\n\n| name | title | what it does | values | recipes |\n|---|---|---|---|---|\n");
            foreach (var setting in group)
            {
                page.Append($"| `{setting.Name}` | {setting.Title} | {setting.Explanation} | {setting.Values}{(setting.Unit.Length > 0 ? $" ({setting.Unit})" : "")} | {Recipes(setting.Name)} |\n");
            }
        }

        return page.ToString();
    }

    private static string Recipes(string setting)
    {
        List<string> ids = [.. RecipeCatalog.All.Where(recipe => SettingSchema.Of(recipe.Defaults).Find(setting) is not null).Select(recipe => recipe.Info.Id)];
        return ids.Count == RecipeCatalog.Ids.Count ? "all" : string.Join(", ", ids.Select(id => $"`{id}`"));
    }
}
