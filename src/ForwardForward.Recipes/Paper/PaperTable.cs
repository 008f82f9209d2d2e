namespace ForwardForward.Recipes.Paper;

/// <summary>The paper's MNIST experiments in its own order: the backprop nets it compares with, unsupervised, supervised, recurrent; a variant of ours stands below what it varies.</summary>
public static class PaperTable
{
    /// <summary>The rows: every recipe that reproduces or varies an experiment of the paper.</summary>
    public static IReadOnlyList<PaperRow> Rows { get; } =
    [
        .. RecipeCatalog.All.Select(recipe => recipe.Info).Where(info => info.Paper is not null)
            .OrderBy(info => info.Paper!.Section, StringComparer.Ordinal).ThenBy(info => info.Order)
            .Select(info => PaperRow.Of(info.Id, info.Paper!)),
    ];

    /// <summary>The row of a recipe; null when the paper has no such experiment.</summary>
    public static PaperRow? Find(string recipe) => Rows.FirstOrDefault(row => row.Recipe == recipe);
}
