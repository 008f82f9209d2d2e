using Bunit;
using Microsoft.AspNetCore.Components;

namespace ForwardForward.Web.Tests.Components;

/// <summary>
/// Stands nearer to the tests of components than bUnit's extension of the same name, which returns as soon as the assertion holds: that may be
/// in the middle of what brought it about on another thread, and an event raised then is only queued, so a test reads the page as it was.
/// </summary>
internal static class SettledAssertions
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Waits until the assertion holds and what brought it about has ended, so that an event raised next is handled at once.</summary>
    public static void WaitForAssertion<TComponent>(this IRenderedComponent<TComponent> component, Action assertion)
        where TComponent : IComponent
    {
        RenderedComponentWaitForHelperExtensions.WaitForAssertion(component, assertion);
        Assert.True(component.InvokeAsync(() => { }).Wait(Patience), $"{typeof(TComponent).Name} is still busy {Patience.TotalSeconds} seconds after the assertion held.");
    }
}
