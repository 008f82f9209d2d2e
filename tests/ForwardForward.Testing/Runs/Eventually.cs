namespace ForwardForward.Testing.Runs;

/// <summary>Waits for what no event tells of.</summary>
public static class Eventually
{
    /// <summary>Returns as soon as the condition holds.</summary>
    /// <exception cref="TimeoutException">It did not within 30 seconds.</exception>
    public static async Task TrueAsync(Func<bool> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromSeconds(30))
            {
                throw new TimeoutException("What was waited for did not come to be.");
            }

            await Task.Delay(5);
        }
    }
}
