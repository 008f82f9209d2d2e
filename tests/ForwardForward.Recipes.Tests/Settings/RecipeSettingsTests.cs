using System.Text.Json;
using ForwardForward.Learning.Supervised;
using ForwardForward.Learning.Unsupervised;
using ForwardForward.Recipes.Settings;

namespace ForwardForward.Recipes.Tests.Settings;

public sealed class RecipeSettingsTests
{
    private static readonly ConfiguredRecipe Recipe = RecipeCatalog.Get("ff-supervised-small", Scale.Paper);

    public static TheoryData<string> Names => [.. RecipeSettings.All.Select(setting => setting.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryRecipeReadsBackWhatItHolds(string name)
    {
        var setting = RecipeSettings.All.Single(setting => setting.Name == name);
        foreach (var recipe in RecipesWith(setting).SelectMany(recipe => Enum.GetValues<Scale>().Select(scale => RecipeCatalog.Get(recipe.Id, scale))))
        {
            var own = RecipeSettings.Of(recipe).Single(one => one.Name == name);
            Assert.Equal(RecipeJson.Write(recipe), RecipeJson.Write(recipe with { Settings = own.Apply(recipe.Settings, own.Read(recipe.Settings)) }));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void WhatIsNoValueIsRefusedWithNameAndRange(string name)
    {
        var setting = RecipeSettings.All.Single(setting => setting.Name == name);
        var recipe = RecipesWith(setting).First();
        string[] nonsense = ["null", "true", "{}", "\"NaN\"", "\"\"", "-1", "1e300", "[]", "[\"a\"]", "[1,-1]"];
        foreach (var json in nonsense)
        {
            var refusal = Assert.Throws<SettingException>(() => RecipeSettings.Apply(recipe, new Dictionary<string, JsonElement> { [name] = JsonElement.Parse(json) }));
            Assert.StartsWith($"{name} must be {setting.Values}; got {json}", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EverySettingHasWordsForPeople(string name)
    {
        var setting = RecipeSettings.All.Single(setting => setting.Name == name);
        Assert.NotEmpty(setting.Title);
        Assert.EndsWith(".", setting.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void ValuesLandWhereTheyBelong()
    {
        string[] assignments = ["epochs=7", "learningRate=0.02", " batchSize = 50 ", "hiddenUnits=300,200", "negatives=uniform-labels", "weightDecay=1e-3"];
        var changed = Apply(Recipe, [.. assignments.Select(text => text.Replace("uniform-labels", OtherNegatives(), StringComparison.Ordinal))]);

        Assert.Equal(7, changed.Epochs);
        Assert.Equal(0.02f, changed.LearningRate);
        Assert.Equal(50, changed.BatchSize);
        Assert.Equal([300, 200], changed.HiddenUnits);
        Assert.Equal(OtherNegatives(), changed.Negatives.Name);
        Assert.Equal(0.001f, changed.WeightDecay);
        Assert.Equal("0.02", RecipeSettings.All.Single(setting => setting.Name == "learningRate").Read(changed).GetRawText());
    }

    [Fact]
    public void OneLayerIsAListToo() =>
        Assert.Equal([300], Apply(Recipe, "hiddenUnits=300").HiddenUnits);

    [Theory]
    [InlineData("learningRate", "'learningRate' sets nothing; a setting is given as name=value.")]
    [InlineData("learningrate=1", "There is no setting 'learningrate'. There is: epochs, ")]
    [InlineData("learningRate=NaN", "learningRate must be a number from 0 to 1; got \"NaN\".")]
    [InlineData("learningRate=Infinity", "learningRate must be a number from 0 to 1; got \"Infinity\".")]
    [InlineData("learningRate=", "learningRate must be a number from 0 to 1; got \"\".")]
    [InlineData("learningRate=0,5", "learningRate must be a number from 0 to 1; got [0,5].")]
    [InlineData("epochs=1.5", "epochs must be a whole number from 1 to 10000; got 1.5.")]
    [InlineData("epochs=0", "epochs must be a whole number from 1 to 10000; got 0.")]
    [InlineData("epochs=99999999999", "epochs must be a whole number from 1 to 10000; got 99999999999.")]
    [InlineData("negatives=nice", "negatives must be one of ")]
    [InlineData("hiddenUnits=1000,x", "hiddenUnits must be a list of 1 to 16 whole numbers from 1 to 10000; got [1000,\"x\"].")]
    public void BadTextIsRefusedWithASentence(string text, string sentence) =>
        Assert.StartsWith(sentence, Assert.Throws<SettingException>(() => RecipeSettings.ApplyText(Recipe, [text])).Message, StringComparison.Ordinal);

    [Fact]
    public void BatchIsNotLargerThanTheData()
    {
        var refusal = Assert.Throws<SettingException>(() => RecipeSettings.ApplyText(Recipe, ["trainImages=99"]));

        Assert.Equal("batchSize must be at most trainImages, 99; got 100.", refusal.Message);
        Assert.Equal(99, Apply(Recipe, "trainImages=99", "batchSize=99").TrainImages);
    }

    [Theory]
    [InlineData("hiddenUnits=8,8", "fieldSizes must have one number for every layer of hiddenUnits, 2; got 3.")]
    [InlineData("fieldStrides=6,1", "fieldStrides must have one number for every layer of hiddenUnits, 3; got 2.")]
    [InlineData("labelStrength=2", "'labelStrength' means nothing to ff-unsupervised-local, whose negatives are hybrids of two images and bear no label. It has: epochs, ")]
    public void LocalFieldsAreAsManyAsLayers(string text, string sentence)
    {
        var local = RecipeCatalog.Get("ff-unsupervised-local", Scale.Paper);

        Assert.StartsWith(sentence, Assert.Throws<SettingException>(() => RecipeSettings.ApplyText(local, [text])).Message, StringComparison.Ordinal);
        Assert.Equal([9, 2], ((UnsupervisedLocalSettings)RecipeSettings.ApplyText(local, ["hiddenUnits=9,2", "fieldSizes=8,2", "fieldStrides=4,1"]).Settings).HiddenUnits);
    }

    [Theory]
    [InlineData("lastTrained=9", "lastTrained must be at most iterations, 8; got 9.")]
    [InlineData("firstTrained=5,lastTrained=4", "firstTrained must be at most lastTrained, 4; got 5.")]
    [InlineData("iterations=4", "lastTrained must be at most iterations, 4; got 5.")]
    [InlineData("firstScored=6", "firstScored must be at most lastScored, 5; got 6.")]
    public void IterationsOfARecurrentNetFitTogether(string assignments, string sentence) => Assert.Equal(
        sentence,
        Assert.Throws<SettingException>(() => RecipeSettings.ApplyText(RecipeCatalog.Get("ff-recurrent", Scale.Paper), assignments.Split(','))).Message);

    [Fact]
    public void LongNonsenseIsNotRepeatedInFull() =>
        Assert.InRange(Assert.Throws<SettingException>(() => RecipeSettings.ApplyText(Recipe, ["epochs=" + new string('9', 100_000)])).Message.Length, 1, 200);

    private static IEnumerable<ConfiguredRecipe> RecipesWith(Setting setting) =>
        RecipeCatalog.Ids.Select(id => RecipeCatalog.Get(id, Scale.Paper)).Where(recipe => RecipeSettings.Of(recipe).Any(own => own.Name == setting.Name));

    private static SupervisedSettings Apply(ConfiguredRecipe recipe, params string[] assignments) => (SupervisedSettings)RecipeSettings.ApplyText(recipe, assignments).Settings;

    private static string OtherNegatives() =>
        ((ChoiceSetting)RecipeSettings.All.Single(setting => setting.Name == "negatives")).Choices.First(name => name != ((SupervisedSettings)Recipe.Settings).Negatives.Name);

    [Fact]
    public void BlocksMustDivideEveryLayer()
    {
        Assert.Equal(10, Apply(Recipe, "hiddenUnits=50,100", "blocks=10").Blocks);
        Assert.Equal(
            "blocks must divide hiddenUnits; 30 does not divide 50.",
            Assert.Throws<SettingException>(() => RecipeSettings.ApplyText(Recipe, ["hiddenUnits=60,50", "blocks=30"])).Message);
    }

    [Theory]
    [InlineData("ff-unsupervised", "negatives=hard-labels", "'negatives' means nothing to ff-unsupervised, whose negatives are hybrids of two images and bear no label. It has: epochs, ")]
    [InlineData("bp-cnn", "goodness=sum-of-activities", "'goodness' means nothing to bp-cnn, which learns by backpropagation and has neither goodness nor negatives. It has: epochs, ")]
    [InlineData("bp-mlp", "blurs=3", "'blurs' means nothing to bp-mlp, which learns by backpropagation and has neither goodness nor negatives. It has: epochs, ")]
    [InlineData("ff-recurrent", "labelStrength=2", "'labelStrength' means nothing to ff-recurrent, which holds its label at the top, outside the image. It has: epochs, ")]
    [InlineData("ff-supervised", "loss=symba thresholdPerUnit=2", "thresholdPerUnit means nothing with loss symba, which compares a positive with its own negative; it goes with loss logistic.")]
    [InlineData("ff-unsupervised-local", "fieldSizes=30,2,2", "fieldSizes must fit what each layer sees: layer 1 sees 28 x 28 locations, so its field has at most 28; got 30.")]
    [InlineData("ff-unsupervised-local", "fieldSizes=10,2,4", "fieldSizes must fit what each layer sees: layer 3 sees 3 x 3 locations, so its field has at most 3; got 4.")]
    [InlineData("ff-unsupervised-local", "blocks=5", "blocks must divide the units of every layer, hiddenUnits at all of its locations together; 5 does not divide 2048.")]
    [InlineData("bp-cnn", "channels=8,8,8", "channels must have at most 2 numbers: images of 28 x 28 have nothing left after so many convolutions; got 3.")]
    public void NonsenseIsRefusedWithTheReason(string id, string assignments, string sentence) => Assert.StartsWith(
        sentence,
        Assert.Throws<SettingException>(() => RecipeSettings.ApplyText(RecipeCatalog.Get(id, Scale.Paper), assignments.Split(' '))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void BlocksMayBeThePlacesOfALocalLayer() =>
        Assert.Equal(4, ((UnsupervisedLocalSettings)RecipeSettings.ApplyText(RecipeCatalog.Get("ff-unsupervised-local", Scale.Paper), ["blocks=4"]).Settings).Blocks);
}
