using AngleSharp.Dom;
using Bunit;

namespace ForwardForward.Web.Tests;

/// <summary>
/// What a person does to an element, returning when the component has heard it. bUnit's own methods of these names, which these hide, return at
/// once: where a component is busy, with its first picture for instance, what is done waits its turn, and a test that looks right after it looks too early.
/// </summary>
internal static class HeardEvents
{
    public static void Click(this IElement element) => Heard(element, static one => EventHandlerDispatchExtensions.Click(one));

    public static void Submit(this IElement element) => Heard(element, static one => EventHandlerDispatchExtensions.Submit(one));

    public static void Change<T>(this IElement element, T value) => Heard(element, one => EventHandlerDispatchExtensions.Change(one, value));

    public static void Input<T>(this IElement element, T value) => Heard(element, one => EventHandlerDispatchExtensions.Input(one, value));

    public static void TriggerEvent(this IElement element, string name, EventArgs arguments) =>
        Heard(element, one => TriggerEventDispatchExtensions.TriggerEvent(one, name, arguments));

    // Work is done in the order in which it came: when the renderer comes to ours, what was done before has been heard.
    private static void Heard(IElement element, Action<IElement> act)
    {
        var dispatcher = element.Owner!.Context.GetService<BunitContext>()!.Renderer.Dispatcher;
        act(element);
        if (!dispatcher.CheckAccess())
        {
            dispatcher.InvokeAsync(static () => { }).GetAwaiter().GetResult();
        }
    }
}
