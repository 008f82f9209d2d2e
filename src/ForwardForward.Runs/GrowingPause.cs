namespace ForwardForward.Runs;

/// <summary>How long to wait before something that failed is tried again: twice as long each time, up to a limit.</summary>
/// <param name="first">The first wait.</param>
/// <param name="longest">The longest wait.</param>
internal sealed class GrowingPause(TimeSpan first, TimeSpan longest)
{
    private TimeSpan? _next;

    /// <summary>The wait before the next attempt.</summary>
    public TimeSpan Next()
    {
        var pause = _next ?? first;
        _next = pause * 2 < longest ? pause * 2 : longest;
        return pause;
    }

    /// <summary>Begins anew: it has worked.</summary>
    public void Reset() => _next = null;
}
