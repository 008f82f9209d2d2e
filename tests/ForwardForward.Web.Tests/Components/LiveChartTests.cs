using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Curves;
using ForwardForward.Web.Components.Live;
using ForwardForward.Web.ViewModels.Curves;
using Microsoft.Extensions.DependencyInjection;

namespace ForwardForward.Web.Tests.Components;

public sealed class LiveChartTests : ComponentTest<LiveChart>
{
    private readonly MetricHistory _history = new();

    [Fact]
    public async Task PointsGoToTheBrowserAsTheyCome()
    {
        Chart();
        Add(0, 4);
        await Eventually.TrueAsync(() => Browser.Calls("push").Count == 1);
        Add(1, 3);
        await Eventually.TrueAsync(() => Browser.Calls("push").Count == 2);

        // Index and number of points, then six numbers of each: the last one that was sent, and the new one.
        var bytes = Assert.IsType<byte[]>(Browser.Calls("push")[1][1]);
        Assert.Equal((0, 2, 3f), (BitConverter.ToInt32(bytes, 0), BitConverter.ToInt32(bytes, 4), BitConverter.ToSingle(bytes, bytes.Length - 4)));
    }

    [Fact]
    public async Task AChartThatIsHeldCatchesUpWhenItIsLetGo()
    {
        var chart = Chart();
        Add(0, 4);
        await Eventually.TrueAsync(() => Browser.Calls("push").Count == 1);
        chart.Render(parameters => parameters.Add(one => one.Held, true));
        Add(1, 3);
        Add(2, 2);
        chart.Render(parameters => parameters.Add(one => one.Held, false));

        await Eventually.TrueAsync(() => Browser.Calls("push").Count == 2);
        Assert.Equal(3, BitConverter.ToInt32((byte[])Browser.Calls("push")[1][1]!, 4));
    }

    [Fact]
    public async Task AnotherAxisIsDrawnWithoutSendingThePointsAgain()
    {
        var chart = Chart();
        await Eventually.TrueAsync(() => Browser.Calls("attach").Count == 1);
        chart.Render(parameters => parameters.Add(one => one.Axis, CurveAxis.Time).Add(one => one.Smoothing, 0.6));

        await Eventually.TrueAsync(() => Browser.Calls("configure").Count == 1);
        Assert.Contains("axis = time, smoothing = 0.6", Browser.Calls("configure")[0][1]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AChartThatIsClosedWhileItIsAttachedIsDetachedAfterwards()
    {
        Browser.Silence = new TaskCompletionSource();
        var chart = Chart();
        await Eventually.TrueAsync(() => Browser.Calls("import").Count > 0);
        await chart.Instance.DisposeAsync();
        Assert.Empty(Browser.Calls("detach"));
        Browser.Silence.SetResult();

        await Eventually.TrueAsync(() => Browser.Calls("detach").Count == 1);
        Assert.Empty(Browser.Calls("push"));
    }

    [Fact]
    public async Task AfterACutEveryPointIsSentAnewAndNobodyWaitsForTheAnswerThatWasLost()
    {
        Chart();
        Add(0, 4);
        await Eventually.TrueAsync(() => Browser.Calls("push").Count == 1);
        Browser.Silence = new TaskCompletionSource();
        Add(1, 3);
        await Eventually.TrueAsync(() => Browser.Calls("push").Count == 2);

        var connection = Services.GetRequiredService<BrowserConnection>();
        await connection.OnConnectionDownAsync(null!, Xunit.TestContext.Current.CancellationToken);
        Browser.Silence = null;
        Add(2, 2);
        await connection.OnConnectionUpAsync(null!, Xunit.TestContext.Current.CancellationToken);

        await Eventually.TrueAsync(() => Browser.Calls("push").Count == 3);
        var bytes = Assert.IsType<byte[]>(Browser.Calls("push")[2][1]);
        Assert.Equal((0, 3), (BitConverter.ToInt32(bytes, 0), BitConverter.ToInt32(bytes, 4)));
        Add(3, 1);
        await Eventually.TrueAsync(() => Browser.Calls("push").Count == 4);
    }

    [Fact]
    public async Task AfterACutTheMomentIsMarkedAnew()
    {
        Chart();
        Add(0, 4);
        await Eventually.TrueAsync(() => Browser.Calls("push").Count == 1);
        Assert.Empty(Browser.Calls("mark"));
        var connection = Services.GetRequiredService<BrowserConnection>();
        await connection.OnConnectionDownAsync(null!, Xunit.TestContext.Current.CancellationToken);
        await connection.OnConnectionUpAsync(null!, Xunit.TestContext.Current.CancellationToken);

        await Eventually.TrueAsync(() => Browser.Calls("mark").Count == 1);
        Assert.Null(Browser.Calls("mark")[0][1]);
    }

    [Fact]
    public async Task ALostBrowserEndsItQuietly()
    {
        var chart = Chart();
        await Eventually.TrueAsync(() => Browser.Calls("attach").Count == 1);
        Browser.IsGone = true;
        await chart.Instance.DisposeAsync();

        Assert.Empty(Browser.Calls("detach"));
    }

    [Fact]
    public void TheChartIsDescribedForThoseWhoDoNotSeeIt()
    {
        var figure = Chart().Find("figure");
        Assert.Equal(("img", "Losses over epochs"), (figure.GetAttribute("role"), figure.GetAttribute("aria-label")));
    }

    private void Add(long sequence, double value) => _history.Add(new MetricPoint(sequence, sequence, sequence, 0, new Dictionary<string, double> { ["loss"] = value }));

    private IRenderedComponent<LiveChart> Chart() => Render<LiveChart>(parameters => parameters
        .Add(one => one.Run, AddRun().Snapshot).Add(one => one.History, _history).Add(one => one.Label, "Losses over epochs")
        .Add(one => one.Lines, [new ChartLine("loss", "loss", LineRole.Neutral)]));
}
