using ForwardForward.Recipes;
using ForwardForward.Runs.Results;

namespace ForwardForward.Web.ViewModels.Paper;

/// <summary>The paper's table as the page shows it.</summary>
/// <param name="Read">Reads the rows; stored results do not change while the program runs, so once is enough.</param>
/// <param name="HasRecipe">Whether a row can be run here.</param>
public sealed record PaperShelf(Lazy<IReadOnlyList<ReproducedRow>> Read, Func<string, bool> HasRecipe)
{
    /// <summary>The rows of the product, with the results that were shipped with it.</summary>
    public static PaperShelf OfProduct() => new(
        new Lazy<IReadOnlyList<ReproducedRow>>(() => ReproducedRow.Read(Path.Combine(AppContext.BaseDirectory, ReproducedRow.Folder))),
        id => RecipeCatalog.Ids.Contains(id));
}
