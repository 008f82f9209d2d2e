using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components;
using ForwardForward.Web.Components.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using MudBlazor.Services;

namespace ForwardForward.Web.Tests.Components;

/// <summary>
/// Renders one component with runs that a test moves by hand and a browser that notes what it is told. Every component of the
/// application has a class of its own that derives from this one; <see cref="EveryComponentTests"/> sees to it.
/// </summary>
public abstract class ComponentTest<TComponent> : BunitContext
    where TComponent : IComponent
{
    protected ComponentTest()
    {
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        Services.AddMudServices();
        Services.AddPages();
        Services.AddSingleton<IRunService>(Runs);
        Services.AddSingleton<IJSRuntime>(Browser);
    }

    protected FakeRunService Runs { get; } = new();

    protected FakeBrowser Browser { get; } = new();

    protected Shortcuts Keys => Services.GetRequiredService<Shortcuts>();

    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    /// <summary>A run of the service.</summary>
    protected FakeRun AddRun(RunState state = RunState.Running, Func<RunSnapshot, RunSnapshot>? change = null) =>
        Runs.Add(change is null ? Samples.Run(state: state) : change(Samples.Run(state: state)));

    /// <summary>A run whose network only reads by softmax and whose layers have no goodness.</summary>
    protected static RunSnapshot SoftmaxOnly(RunSnapshot run) => run with
    {
        Recipe = Samples.RecipeWithoutGoodness(run.Recipe.Seed),
        Scores = Samples.Scores(null, 8.75, null, null),
    };
}
