using ForwardForward.Recipes.Settings;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.ViewModels.Starting;

namespace ForwardForward.Web.Tests.ViewModels;

/// <summary>A new setting is a property with an attribute; the form has it from there.</summary>
public sealed class OneMoreSettingTests
{
    [Fact]
    public void TheFormHasIt()
    {
        var recipe = Samples.Recipe("one-more") with { Settings = new OneMoreSettings() };
        var form = new StartFormModel(new RecipeList(["one-more"], (_, _) => recipe, RecipeSettings.Of));
        var field = form.Fields.Single(one => one.Setting.Name == "sleep");
        form.Type(field, "0.7");

        Assert.Equal(("0 – 0.5", "sleep must be a number from 0 to 0.5; got 0.7."), (field.Range, field.Problem));
        form.Type(field, "0.2");
        Assert.Equal(0.2f, form.Request().Settings!["sleep"].GetSingle());
    }

    [Fact]
    public void WhatWasTypedIsThereForAnotherTrainerThatHasTheSetting()
    {
        var form = new StartFormModel(RecipeList.OfProduct());
        form.Type(form.Fields.Single(field => field.Setting.Name == "inputDropout"), "0.25");
        form.Choose("bp-mlp");

        Assert.Equal("0.25", form.Fields.Single(field => field.Setting.Name == "inputDropout").Text);
    }
}
