namespace ForwardForward.Runs.TestDigits;

/// <summary>Mistakes of one procedure: one thread adds, any thread reads what is there, nobody waits.</summary>
/// <param name="capacity">Images that will be read.</param>
internal sealed class MistakeList(int capacity)
{
    private readonly Mistake[] _mistakes = new Mistake[capacity];
    private volatile int _count = -1;

    /// <summary>Mistakes so far; null before the first image was read.</summary>
    public int? Count => _count is >= 0 and var count ? count : null;

    /// <summary>The mistakes so far.</summary>
    public ReadOnlySpan<Mistake> Found => _mistakes.AsSpan(0, Math.Max(0, _count));

    /// <summary>Takes note of an image that was read; null when it was read rightly.</summary>
    public void Add(Mistake? mistake)
    {
        var count = Math.Max(0, _count);
        if (mistake is not null)
        {
            _mistakes[count++] = mistake;
        }

        _count = count;
    }
}
