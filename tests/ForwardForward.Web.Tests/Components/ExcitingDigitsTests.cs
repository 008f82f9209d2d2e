using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Pictures;

namespace ForwardForward.Web.Tests.Components;

public sealed class ExcitingDigitsTests : ComponentTest<ExcitingDigits>
{
    [Fact]
    public async Task TheDigitsThatExciteAUnitStandInOrder()
    {
        var digits = Digits(AddRun(RunState.Completed).Snapshot, unit: 3);
        await Eventually.TrueAsync(() => Browser.Calls("ink").Count == 12);

        digits.WaitForAssertion(() => Assert.StartsWith("The digits that excite it most", digits.Find("figcaption").TextContent, StringComparison.Ordinal));
        Assert.Equal("A 3, activity 5.00", digits.FindAll("canvas")[0].GetAttribute("aria-label"));
    }

    [Fact]
    public void WithoutARunNothingIsDrawn()
    {
        var digits = Digits(null, 0);
        Assert.Contains("Looking", digits.Find("figcaption").TextContent, StringComparison.Ordinal);
        Assert.Empty(Browser.Calls("ink"));
    }

    [Fact]
    public async Task AnotherUnitIsAskedFor()
    {
        var run = AddRun(RunState.Completed).Snapshot;
        var digits = Digits(run, 3);
        await Eventually.TrueAsync(() => Browser.Calls("ink").Count == 12);
        digits.Render(parameters => parameters.Add(one => one.Unit, 4));

        digits.WaitForAssertion(() => Assert.StartsWith("A 4,", digits.FindAll("canvas")[0].GetAttribute("aria-label"), StringComparison.Ordinal));
    }

    private IRenderedComponent<ExcitingDigits> Digits(RunSnapshot? run, int unit) =>
        Render<ExcitingDigits>(parameters => parameters.Add(one => one.Run, run).Add(one => one.Layer, 1).Add(one => one.Unit, unit));
}
