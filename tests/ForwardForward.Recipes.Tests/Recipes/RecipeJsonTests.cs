using System.Text.Json;

namespace ForwardForward.Recipes.Tests.Recipes;

public sealed class RecipeJsonTests
{
    [Theory]
    [InlineData("[]", "A recipe is a JSON object.")]
    [InlineData("null", "A recipe is a JSON object.")]
    [InlineData("""{"recipe":"bp-mlp","scale":"quick","seed":1,"settings":{},"colour":1}""", "A recipe has recipe, scale, seed, settings; got 'colour'.")]
    [InlineData("""{"scale":"quick","seed":1,"settings":{}}""", "A recipe has a recipe; got none.")]
    [InlineData("""{"recipe":7,"scale":"quick","seed":1,"settings":{}}""", "A recipe has a recipe; got 7.")]
    [InlineData("""{"recipe":"bp-mlp","scale":"huge","seed":1,"settings":{}}""", "The scale of a recipe is one of smoke, quick, paper.")]
    [InlineData("""{"recipe":"bp-mlp","scale":"quick","seed":-1,"settings":{}}""", "A recipe has a seed; got -1.")]
    [InlineData("""{"recipe":"bp-mlp","scale":"quick","seed":1,"settings":[]}""", "The settings of a recipe are a JSON object.")]
    [InlineData("""{"recipe":"bp-mlp","scale":"quick","seed":1,"settings":{"colour":1}}""", "There is no setting 'colour'. There is: epochs, ")]
    [InlineData("""{"recipe":"bp-mlp","scale":"quick","seed":1,"settings":{"epochs":0}}""", "epochs must be a whole number from 1 to 10000; got 0.")]
    [InlineData("""{"recipe":"bp-mlp","scale":"quick","seed":1,"settings":{"epochs":null}}""", "epochs must be a whole number from 1 to 10000; got null.")]
    public void WhatIsNoRecipeIsRefusedWithASentence(string json, string sentence) =>
        Assert.StartsWith(sentence, Assert.Throws<JsonException>(() => RecipeJson.Read(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{")]
    [InlineData("""{"recipe":"bp-mlp","recipe":"bp-mlp","scale":"quick","seed":1,"settings":{}}""")]
    public void WhatIsNoJsonIsRefused(string json) => Assert.ThrowsAny<JsonException>(() => RecipeJson.Read(json));

    [Fact]
    public void AbsurdNumbersOfARecipeThatIsGoneAreWrittenAgain() => Assert.Contains(
        "\"trainImages\":2000000000,", RecipeJson.Write(RecipeJson.Read("""{"recipe":"gone","scale":"quick","seed":1,"settings":{"trainImages":2000000000,"learningRate":1e99,"epochs":"many"}}""")), StringComparison.Ordinal);

    [Fact]
    public void AFileIsReadableByPeople() => Assert.StartsWith(
        """{"recipe":"ff-supervised-small","scale":"quick","seed":1,"settings":{"epochs":8,"learningRate":0.01,"batchSize":100,"schedule":"half-constant-half-linear",""",
        RecipeJson.Write(RecipeCatalog.Get("ff-supervised-small", Scale.Quick)),
        StringComparison.Ordinal);
}
