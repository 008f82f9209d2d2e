using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Moments;

namespace ForwardForward.Web.Tests.Components;

public sealed class MomentComparisonTests : ComponentTest<MomentComparison>
{
    [Fact]
    public async Task EachSideShowsItsMoment()
    {
        var run = AddRun();
        run.Keep(0, 100);
        run.Publish(Samples.Fields(1, 750, count: 60));
        var comparison = Render<MomentComparison>(parameters => parameters.Add(one => one.Run, run.Snapshot).Add(one => one.Left, run.Moments[100]));

        Assert.Equal(["Step 100, epoch 0.20", "Live"], comparison.FindAll("form > h2").Select(title => title.TextContent));
        var names = comparison.FindAll("section h2").Select(title => title.TextContent).ToArray();
        Assert.Equal(names.Length, names.Distinct().Count());
        await Eventually.TrueAsync(() => Browser.Calls("draw").Count == 2);
        comparison.WaitForAssertion(() => Assert.Contains("at step 100", comparison.Find("[data-side=left] .fields .caption").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("at step", comparison.Find("[data-side=right] .fields .caption").TextContent, StringComparison.Ordinal);
        comparison.WaitForAssertion(() => Assert.Equal("100", comparison.Find("[data-side=left] .layers-panel article:first-child dd:nth-of-type(1)").TextContent));
    }

    [Fact]
    public void OfARunThatHasEndedThereIsTheNewestState() => Assert.Equal("Newest", Render<MomentComparison>(
        parameters => parameters.Add(one => one.Run, AddRun(RunState.Completed).Snapshot).Add(one => one.Left, Samples.Moment(100, Samples.Run()))).FindAll("form > h2")[1].TextContent);
}
