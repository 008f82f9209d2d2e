using Bunit;
using ForwardForward.Experiments;
using ForwardForward.Experiments.Settings;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Starting;
using ForwardForward.Web.ViewModels.Starting;

namespace ForwardForward.Web.Tests.Components;

public sealed class SettingInputTests : ComponentTest<SettingInput>
{
    private readonly Recipe _recipe = Samples.Recipe();

    [Fact]
    public void ASettingHasNameRangeValueAndSentence()
    {
        var input = Input("learningRate");

        Assert.Contains("Learning rate", input.Find("label").TextContent, StringComparison.Ordinal);
        Assert.Equal("0 – 1", input.Find(".range").TextContent);
        Assert.Equal("0.01", input.Find("input").GetAttribute("value"));
        Assert.Contains("How far a step", input.Find(".help").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesAreChosenFromAList() => Assert.Equal("hard labels", Input("negatives").Find("option[selected]").TextContent);

    [Fact]
    public void WhatIsWrongIsSaidWhereItIs()
    {
        var input = Input("learningRate", field => field.Type("7", _recipe));

        Assert.Equal("true", input.Find("input").GetAttribute("aria-invalid"));
        Assert.Contains("from 0 to 1", input.Find(".problem").TextContent, StringComparison.Ordinal);
        Assert.Equal("7", input.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void AChangeCanBeTakenBack()
    {
        var input = Input("learningRate", field => field.Type("0.5", _recipe));
        input.Find(".back").Click();

        Assert.Equal("0.01", input.Find("input").GetAttribute("value"));
        Assert.Empty(input.FindAll(".back"));
    }

    private IRenderedComponent<SettingInput> Input(string name, Action<SettingField>? change = null)
    {
        var field = new SettingField(RecipeSettings.All.Single(setting => setting.Name == name));
        field.Follow(_recipe);
        change?.Invoke(field);
        return Render<SettingInput>(parameters => parameters.Add(one => one.Field, field));
    }
}
