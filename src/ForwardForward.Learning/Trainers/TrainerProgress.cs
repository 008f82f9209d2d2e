using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Trainers;

/// <summary>The part of a trainer's state that is no matrix: how far it is, the factor on its rates, its random stream.</summary>
internal static class TrainerProgress
{
    public const string Steps = "progress/completed-steps";
    public const string RateFactor = "progress/learning-rate-factor";
    public const string Negatives = "random/negatives";

    /// <summary>Writes everything into a new state.</summary>
    public static TrainerState Capture(IEnumerable<StatePart> parts, long completedSteps, float rateFactor, RandomStream random, string stream = Negatives)
    {
        var state = new TrainerState();
        foreach (var part in parts)
        {
            part.Capture(state);
        }

        state.Words.Add(Steps, [(ulong)completedSteps]);
        state.Words.Add(RateFactor, [BitConverter.SingleToUInt32Bits(rateFactor)]);
        state.Words.Add(stream, random.SaveState());
        return state;
    }

    /// <summary>Takes everything from a state, or nothing if something does not fit.</summary>
    /// <exception cref="ArgumentException">Something is missing or has another shape, or there are more steps than the schedule has.</exception>
    public static (long CompletedSteps, float RateFactor) Restore(
        TrainerState state, IReadOnlyList<StatePart> parts, long steps, RandomStream random, string stream = Negatives)
    {
        Check(state, parts, steps, stream);
        foreach (var part in parts)
        {
            part.Restore(state);
        }

        random.RestoreState(state.Words[stream]);
        return ((long)Word(state, Steps), BitConverter.UInt32BitsToSingle((uint)Word(state, RateFactor)));
    }

    private static void Check(TrainerState state, IReadOnlyList<StatePart> parts, long steps, string stream)
    {
        foreach (var part in parts)
        {
            part.Check(state);
        }

        if (Word(state, Steps) > (ulong)steps)
        {
            throw new ArgumentException($"The state has {Word(state, Steps)} steps behind it; this schedule has {steps}.", nameof(state));
        }

        if (!float.IsFinite(BitConverter.UInt32BitsToSingle((uint)Word(state, RateFactor))))
        {
            throw new ArgumentException($"The state's '{RateFactor}' is not a finite number.", nameof(state));
        }

        if (!state.Words.TryGetValue(stream, out var words))
        {
            throw new ArgumentException($"The state has no words '{stream}'.", nameof(state));
        }

        new RandomStream(0).RestoreState(words);
    }

    private static ulong Word(TrainerState state, string name) => state.Words.TryGetValue(name, out var words) && words.Length == 1
        ? words[0]
        : throw new ArgumentException($"The state has no single word '{name}'.", nameof(state));
}
