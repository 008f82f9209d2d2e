namespace ForwardForward.Testing;

/// <summary>Counts what code allocates on the calling thread.</summary>
public static class Allocations
{
    private const int Rounds = 5;

    /// <summary>
    /// The fewest bytes of several rounds. When another thread collects garbage, what is left of this thread's share of the heap counts as
    /// allocated; code that allocates does so in every round.
    /// </summary>
    public static long Fewest(Action round)
    {
        var fewest = long.MaxValue;
        for (var i = 0; i < Rounds && fewest > 0; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            round();
            fewest = Math.Min(fewest, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return fewest;
    }
}
