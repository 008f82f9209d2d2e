using ForwardForward.Experiments.Paper;

namespace ForwardForward.Experiments.Tests.Paper;

public sealed class PaperTableTests
{
    [Fact]
    public void EveryRecipeOfThePapersMnistExperimentsHasARow() =>
        Assert.All(RecipeCatalog.Ids.Where(id => RecipeCatalog.Get(id, Scale.Paper).Paper is not null), id => Assert.NotNull(PaperTable.Find(id)));

    [Fact]
    public void RowsAndRecipesAgreeOnThePapersFigure() => Assert.All(PaperTable.Rows.Where(row => RecipeCatalog.Ids.Contains(row.Recipe)), row =>
    {
        if (RecipeCatalog.Get(row.Recipe, Scale.Paper).Paper is not { } paper)
        {
            Assert.Null(row.Paper);
            Assert.Contains("variant of ours", row.Experiment, StringComparison.Ordinal);
        }
        else if (paper.Note is null)
        {
            Assert.Equal(row.Paper, paper.TestErrorPercent);
        }
        else
        {
            Assert.StartsWith($"{paper.TestErrorPercent:0.00} by goodness", row.ReleasedCode, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void ARecipeHasOneRow() => Assert.Equal(PaperTable.Rows.Count, PaperTable.Rows.Select(row => row.Recipe).Distinct().Count());
}
