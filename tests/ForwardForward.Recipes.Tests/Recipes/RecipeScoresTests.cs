using ForwardForward.Data;
using ForwardForward.Data.Images;
using ForwardForward.Frames;
using ForwardForward.Learning.Backprop;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Supervised;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;

namespace ForwardForward.Recipes.Tests.Recipes;

/// <summary>What recipes are measured by: the errors of a classifier, unless they say something else.</summary>
public sealed class RecipeScoresTests
{
    [Fact]
    public void ARecipeIsMeasuredAsAClassifierUnlessItSaysOtherwise()
    {
        Assert.Equal([Measures.GoodnessError, Measures.SoftmaxError], new Usual<SupervisedSettings>().Scores);
        Assert.Equal([Measures.SoftmaxError], new Usual<BackpropSettings>().Scores);
        Assert.Equal([ByFreeEnergy.Error], ((IRecipe)new ByFreeEnergy()).Scores);
    }

    [Fact]
    public void AConfiguredRecipeHasThemAlsoAfterARoundTripAndWhereTheRecipeIsUnknown()
    {
        var recipe = RecipeCatalog.Get("ff-supervised", Scale.Smoke);
        Assert.Equal(RecipeCatalog.Get("ff-supervised").Scores, recipe.Scores);
        Assert.Equal(recipe.Scores, RecipeJson.Read(RecipeJson.Write(recipe)).Scores);
        Assert.Equal([Measures.SoftmaxError], RecipeJson.Read("""{"recipe":"gone","scale":"smoke","seed":1,"settings":{}}""").Scores);
    }

    [Fact]
    public void AMeasureIsTheDeclaredOneElseAKnownOneElseItsName()
    {
        var recipe = RecipeCatalog.Get("bp-mlp", Scale.Smoke) with { Scores = [ByFreeEnergy.Error] };
        Assert.Equal(ByFreeEnergy.Error, recipe.Measure("free-energy-error"));
        Assert.Equal(Measures.GoodnessError, recipe.Measure("goodness-error"));
        Assert.Equal(new ScoreInfo("bits-per-character", "Bits per character", ""), recipe.Measure("bits-per-character"));
        Assert.Equal("", recipe.Measure("").Title);
    }

    private class Usual<TSettings> : Recipe<TSettings, ImageSet>
        where TSettings : TrainingSettings, new()
    {
        public override RecipeInfo Info { get; } = new("usual", "Usual", "");

        public override TSettings At(Scale scale) => new();

        public override IDataSource<ImageSet> Source(Scale scale) => throw new NotSupportedException();

        public override Trainer Create(TSettings settings, Splits<ImageSet> data, MatrixProducts products) => throw new NotSupportedException();
    }

    private sealed class ByFreeEnergy : Usual<BackpropSettings>
    {
        public static ScoreInfo Error { get; } = new("free-energy-error", "Error by free energy");

        public override IReadOnlyList<ScoreInfo> Scores => [Error];
    }
}
