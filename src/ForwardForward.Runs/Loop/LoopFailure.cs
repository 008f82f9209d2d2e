namespace ForwardForward.Runs.Loop;

/// <summary>What a run says when it failed.</summary>
internal static class LoopFailure
{
    /// <summary>The sentence of an exception that was written for people; the kind of any other beside its message.</summary>
    public static string Sentence(Exception exception) => exception is RunDivergedException or IOException or ArgumentException or InvalidOperationException
        ? exception.Message
        : $"{exception.GetType().Name}: {exception.Message}";
}
