using Bunit;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Curves;

namespace ForwardForward.Web.Tests.Components;

public sealed class PlotTests : ComponentTest<Plot>
{
    [Fact]
    public async Task WhoeverLeavesNeedNotWaitForABrowserThatNeverAnswers()
    {
        Browser.Silence = new TaskCompletionSource();
        var plot = Draw();
        await Eventually.TrueAsync(() => Browser.Calls("import").Count > 0);

        var left = ((IAsyncDisposable)plot.Instance).DisposeAsync().AsTask();
        Assert.True(left.IsCompletedSuccessfully);
        Browser.Silence.SetResult();
    }

    [Fact]
    public void ABrowserThatIsGoneIsNoError()
    {
        var plot = Draw();
        Browser.IsGone = true;

        var left = ((IAsyncDisposable)plot.Instance).DisposeAsync().AsTask();
        Assert.True(left.IsCompletedSuccessfully);
    }

    private IRenderedComponent<Plot> Draw() => Render<Plot>(parameters => parameters
        .Add(one => one.Id, "plot")
        .Add(one => one.Data, [])
        .Add(one => one.Layout, new Plotly.Blazor.Layout())
        .Add(one => one.Config, new Plotly.Blazor.Config()));
}
