using Bunit;
using ForwardForward.Learning.Trainers;
using ForwardForward.Recipes.Settings;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Starting;
using ForwardForward.Web.ViewModels.Starting;

namespace ForwardForward.Web.Tests.Components;

public sealed class SettingInputTests : ComponentTest<SettingInput>
{
    private readonly TrainingSettings _usual = Samples.Recipe().Settings;

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
        var input = Input("learningRate", field => field.Type("7", _usual));

        Assert.Equal("true", input.Find("input").GetAttribute("aria-invalid"));
        Assert.Contains("from 0 to 1", input.Find(".problem").TextContent, StringComparison.Ordinal);
        Assert.Equal("7", input.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void AChangeCanBeTakenBack()
    {
        var input = Input("learningRate", field => field.Type("0.5", _usual));
        input.Find(".back").Click();

        Assert.Equal("0.01", input.Find("input").GetAttribute("value"));
        Assert.Empty(input.FindAll(".back"));
    }

    private IRenderedComponent<SettingInput> Input(string name, Action<SettingField>? change = null)
    {
        var setting = SettingSchema.Of(_usual).Find(name)!;
        var field = new SettingField(setting);
        field.Follow(setting, _usual);
        change?.Invoke(field);
        return Render<SettingInput>(parameters => parameters.Add(one => one.Field, field));
    }
}
