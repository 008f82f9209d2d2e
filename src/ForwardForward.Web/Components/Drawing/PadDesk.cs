using ForwardForward.Runs;

namespace ForwardForward.Web.Components.Drawing;

/// <summary>Carries a test digit from anywhere on the page to the drawing pad. One per circuit.</summary>
public sealed class PadDesk
{
    private Func<TestDigit, Task>? _pad;

    /// <summary>Receives the digits until the result is disposed; the pad that came last has them.</summary>
    public IDisposable Receive(Func<TestDigit, Task> pad)
    {
        _pad = pad;
        return new Receiving(() => _pad = _pad == pad ? null : _pad);
    }

    /// <summary>Lays a test digit on the pad, if there is one.</summary>
    public Task ShowAsync(TestDigit digit) => _pad?.Invoke(digit) ?? Task.CompletedTask;

    private sealed class Receiving(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}
