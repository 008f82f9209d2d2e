using ForwardForward.Recipes.Paper;

namespace ForwardForward.Recipes.Tests.Paper;

public sealed class PaperTableTests
{
    [Fact]
    public void RowsStandInThePapersOrder() => Assert.Equal(
        [
            "bp-mlp", "bp-mlp-dropout", "bp-mlp-label-smoothing", "bp-cnn", "ff-unsupervised", "ff-unsupervised-local", "ff-supervised-small", "ff-supervised-small-dropout",
            "ff-supervised", "ff-supervised-dropout", "ff-supervised-fast", "ff-supervised-jitter", "ff-recurrent",
        ],
        PaperTable.Rows.Select(row => row.Recipe));

    [Fact]
    public void WhatNeitherPaperNorReleasedCodeHasIsAVariantOfOurs() => Assert.All(PaperTable.Rows, row => Assert.Equal(
        RecipeCatalog.Get(row.Recipe).Info.Paper!.Reference is null, row.Experiment.Contains("variant of ours", StringComparison.Ordinal)));

    [Fact]
    public void TheReleasedCodeIsTheReferenceWhereThePaperGivesNoFigure()
    {
        Assert.Equal(
            new PaperReference("3.3", 1.44, "Hinton's released code, by goodness; 1.47 by softmax"), RecipeCatalog.Get("ff-supervised-small").Info.Paper!.Reference);
        Assert.Equal((null, "1.44 by goodness, 1.47 by softmax"), (PaperTable.Find("ff-supervised-small")!.Paper, PaperTable.Find("ff-supervised-small")!.ReleasedCode));
        Assert.Equal(new PaperReference("3.1", 1.4), RecipeCatalog.Get("bp-mlp").Info.Paper!.Reference);
    }

    [Fact]
    public void ARecipeHasOneRow() => Assert.Equal(PaperTable.Rows.Count, PaperTable.Rows.Select(row => row.Recipe).Distinct().Count());
}
