using Bunit;
using ForwardForward.Runs;
using ForwardForward.Web.Components.Drawing;

namespace ForwardForward.Web.Tests.Components;

public sealed class TestDigitPickerTests : ComponentTest<TestDigitPicker>
{
    private readonly List<TestDigit> _picked = [];

    [Fact]
    public async Task ADigitIsPickedByItsNumber()
    {
        var picker = Picker();
        await picker.Find("input").ChangeAsync(new() { Value = "13" });

        Assert.Equal([(13, 3)], _picked.Select(digit => (digit.Index, digit.Label)));
    }

    [Theory]
    [InlineData("30", "0 to 29")]
    [InlineData("-1", "-1")]
    public async Task ANumberThatDoesNotExistIsRefusedInWords(string number, string word)
    {
        var picker = Picker();
        await picker.Find("input").ChangeAsync(new() { Value = number });

        Assert.Contains(word, picker.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(_picked);
        await picker.Find("input").ChangeAsync(new() { Value = "1" });
        Assert.Empty(picker.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task WhatIsNoNumberPicksNothing()
    {
        var picker = Picker();
        await picker.Find("input").ChangeAsync(new() { Value = "" });

        Assert.Empty(_picked);
    }

    [Fact]
    public async Task DigitsAreLeafedThroughFromOneEndToTheOther()
    {
        var picker = Picker();
        Assert.True(Button(picker, "Previous test digit").HasAttribute("disabled"));
        await Button(picker, "Next test digit").ClickAsync(new());
        picker.Render(parameters => parameters.Add(one => one.Shown, 28));
        await Button(picker, "Next test digit").ClickAsync(new());
        await Button(picker, "Previous test digit").ClickAsync(new());
        Assert.Equal([0, 29, 27], _picked.Select(digit => digit.Index));

        picker.Render(parameters => parameters.Add(one => one.Shown, 29));
        Assert.True(Button(picker, "Next test digit").HasAttribute("disabled"));
    }

    [Fact]
    public async Task ADigitIsDrawnByLotOfOneLabelOrOfAll()
    {
        var picker = Picker();
        await Button(picker, "Random").ClickAsync(new());
        await picker.Find("select").ChangeAsync(new() { Value = "8" });
        await Button(picker, "Random").ClickAsync(new());

        Assert.Equal([4, 8], _picked.Select(digit => digit.Label));
    }

    [Fact]
    public async Task DataThatCannotBeHadIsAnErrorInWords()
    {
        Runs.TestDigits.Failure = new RunStateException("The data of this run is gone.");
        var picker = Picker();
        await Button(picker, "Random").ClickAsync(new());

        Assert.Contains("is gone", picker.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<TestDigitPicker> picker, string name) => picker.FindAll("button").First(button => button.TextContent.Trim() == name);

    private IRenderedComponent<TestDigitPicker> Picker()
    {
        var run = AddRun().Snapshot;
        return Render<TestDigitPicker>(parameters => parameters.Add(one => one.Run, run).Add(one => one.OnPick, _picked.Add));
    }
}
