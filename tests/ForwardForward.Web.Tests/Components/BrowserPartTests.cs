using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components;
using ForwardForward.Web.Components.Curves;
using ForwardForward.Web.Components.Layers;
using ForwardForward.Web.Components.Live;
using ForwardForward.Web.Components.Pages;
using ForwardForward.Web.Components.Pictures;
using ForwardForward.Web.Components.RunViews;
using ForwardForward.Web.Components.SlowMotion;
using ForwardForward.Web.Lab.Frames;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Curves;
using ForwardForward.Web.ViewModels.Pictures;
using ForwardForward.Web.ViewModels.SlowMotion;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace ForwardForward.Web.Tests.Components;

/// <summary>Whatever has something in the browser can be left at any moment, and the next page does not notice.</summary>
public sealed class BrowserPartTests : ComponentTest<ErrorBoundary>
{
    /// <summary>Parts that ask nothing of the browser until a person does something.</summary>
    private static readonly string[] QuietAtFirst = [nameof(LayersPanel), nameof(RunNotes), nameof(SlowMotionPanel)];

    private readonly Faults _faults = new();

    public BrowserPartTests() => Services.AddSingleton<IErrorBoundaryLogger>(_faults);

    /// <summary>Every part of the application.</summary>
    public static TheoryData<string> Parts => [.. AllParts.Select(type => type.Name)];

    private static Type[] AllParts => [.. typeof(App).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(BrowserPart))).OrderBy(type => type.Name, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task APartThatIsLeftBeforeTheBrowserAnswersFailsNoOtherPage(string name)
    {
        Browser.Silence = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var page = Show(name);
        page.Render(parameters => parameters.Add(one => one.ChildContent, "<p class='next'>The next page</p>"));

        // The canvas that the call was about is not there any more.
        Browser.Silence.SetException(new JSException("Cannot read properties of null"));
        await Eventually.TrueAsync(() => Browser.Open.Unanswered == 0);
        await SettledAsync(page);

        Assert.Empty(_faults.Seen);
        Assert.NotNull(page.Find(".next"));
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task APartThatIsLeftBeforeTheBrowserAnswersLetsGoOfTheAnswer(string name)
    {
        Browser.Silence = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var page = Show(name);
        page.Render(parameters => parameters.Add(one => one.ChildContent, "<p class='next'>The next page</p>"));
        Browser.Silence.SetResult();

        await Eventually.TrueAsync(() => Browser.Open == (0, 0));
        await SettledAsync(page);
        Assert.Empty(_faults.Seen);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void APartThatFailsWhileItIsLookedAtSaysSo(string name)
    {
        Browser.Silence = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var page = Show(name);
        Assert.Equal(QuietAtFirst.Contains(name), Browser.Calls("import").Count == 0);
        Browser.Silence.SetException(new JSException("No module"));
        if (QuietAtFirst.Contains(name))
        {
            return;
        }

        page.WaitForState(() => _faults.Seen.Count > 0);
        Assert.Equal("No module", page.Find(".fault").TextContent);
    }

    private static async Task SettledAsync(IRenderedComponent<ErrorBoundary> page)
    {
        for (var turn = 0; turn < 20; turn++)
        {
            await Task.Yield();
            await page.InvokeAsync(() => Task.Yield());
        }
    }

    private IRenderedComponent<ErrorBoundary> Show(string name)
    {
        var type = AllParts.Single(one => one.Name == name);
        return Render<ErrorBoundary>(parameters => parameters
            .Add(one => one.ErrorContent, exception => $"<p class='fault'>{exception.Message}</p>")
            .Add(one => one.ChildContent, builder =>
            {
                builder.OpenComponent<DynamicComponent>(0);
                builder.AddAttribute(1, nameof(DynamicComponent.Type), type);
                builder.AddAttribute(2, nameof(DynamicComponent.Parameters), Needs(type));
                builder.CloseComponent();
            }));
    }

    private Dictionary<string, object> Needs(Type type)
    {
        var needs = type.IsAssignableTo(typeof(LivePanel)) ? new Dictionary<string, object> { [nameof(LivePanel.Run)] = AddRun().Snapshot } : [];
        foreach (var (parameter, value) in Own(type))
        {
            needs[parameter] = value;
        }

        return needs;
    }

    private (string Parameter, object Value)[] Own(Type type) => type switch
    {
        _ when type == typeof(LiveChart) =>
            [(nameof(LiveChart.History), new MetricHistory()), (nameof(LiveChart.Label), "Losses"), (nameof(LiveChart.Lines), new[] { new ChartLine("loss", "loss", LineRole.Neutral) })],
        _ when type == typeof(FramePlot) => [(nameof(FramePlot.Model), PlotModel.Of(FrameSamples.Settling())), (nameof(FramePlot.Label), "Settling")],
        _ when type == typeof(ImageFrameView) => [(nameof(ImageFrameView.Frame), FrameSamples.Fields()), (nameof(ImageFrameView.Label), "Fields")],
        _ when type == typeof(PixelPicture) => [(nameof(PixelPicture.Picture), new SmallPicture([1], 1, 1)), (nameof(PixelPicture.Label), "A square")],
        _ when type == typeof(UnitCard) =>
            [(nameof(UnitCard.Reading), new UnitReading(0, 1, 1, 1, null, null)), (nameof(UnitCard.Pixels), new byte[4]), (nameof(UnitCard.Width), 2), (nameof(UnitCard.Height), 2)],
        _ when type == typeof(ViewTabs) => [(nameof(ViewTabs.View), new LabView("k3v9x2m7q4ab", LabTab.Fields))],
        _ when type == typeof(RunNotes) => [(nameof(RunNotes.Run), AddRun(RunState.Completed).Snapshot)],
        _ => [],
    };

    private sealed class Faults : IErrorBoundaryLogger
    {
        public List<Exception> Seen { get; } = [];

        public ValueTask LogErrorAsync(Exception exception)
        {
            Seen.Add(exception);
            return ValueTask.CompletedTask;
        }
    }
}
