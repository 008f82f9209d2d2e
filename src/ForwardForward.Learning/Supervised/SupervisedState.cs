using ForwardForward.Learning.Optimisation;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Supervised;

/// <summary>The names under which a supervised trainer's state is kept, and their checks.</summary>
internal static class SupervisedState
{
    public const string Progress = "progress/completed-steps";
    public const string RateFactor = "progress/learning-rate-factor";
    public const string Negatives = "random/negatives";

    /// <summary>Every matrix that a trainer needs to go on.</summary>
    public static IReadOnlyList<StatePart> Parts(SupervisedWeights weights, SupervisedWeights velocity, IEnumerable<PeerNormalisation> peers) =>
    [
        .. Parts(weights, ""),
        .. Parts(velocity, "velocity/"),
        .. peers.Select((peer, i) => StatePart.Of($"layer-{i + 1}/mean-activity", peer.MeanActivity)),
    ];

    /// <summary>Makes sure that a state fits before anything is changed.</summary>
    /// <exception cref="ArgumentException">Something is missing or has another shape.</exception>
    public static void Check(TrainerState state, IEnumerable<StatePart> parts, long steps)
    {
        foreach (var part in parts)
        {
            part.Check(state);
        }

        if (Word(state, Progress) > (ulong)steps)
        {
            throw new ArgumentException($"The state has {Word(state, Progress)} steps behind it; this schedule has {steps}.", nameof(state));
        }

        if (!float.IsFinite(BitConverter.UInt32BitsToSingle((uint)Word(state, RateFactor))))
        {
            throw new ArgumentException($"The state's '{RateFactor}' is not a finite number.", nameof(state));
        }

        if (!state.Words.TryGetValue(Negatives, out var stream))
        {
            throw new ArgumentException($"The state has no words '{Negatives}'.", nameof(state));
        }

        new RandomStream(0).RestoreState(stream);
    }

    /// <summary>A single word.</summary>
    /// <exception cref="ArgumentException">There is no such word.</exception>
    public static ulong Word(TrainerState state, string name) => state.Words.TryGetValue(name, out var words) && words.Length == 1
        ? words[0]
        : throw new ArgumentException($"The state has no single word '{name}'.", nameof(state));

    private static IEnumerable<StatePart> Parts(SupervisedWeights weights, string prefix)
    {
        var first = weights.First;
        yield return new StatePart(
            $"{prefix}layer-1/weights", first.Pixels, first.Units, values => first.GetWeights(values), values => first.SetWeights(values));
        for (var layer = 0; layer < weights.HiddenUnits.Count; layer++)
        {
            if (layer > 0)
            {
                yield return StatePart.Of($"{prefix}layer-{layer + 1}/weights", weights.Upper[layer - 1].Weights);
            }

            yield return StatePart.Of($"{prefix}layer-{layer + 1}/biases", weights.Biases(layer));
        }

        for (var i = 0; i < weights.Head.Weights.Count; i++)
        {
            yield return StatePart.Of($"{prefix}head/layer-{weights.FirstScoringLayer + i + 1}/weights", weights.Head.Weights[i]);
        }

        yield return StatePart.Of($"{prefix}head/biases", weights.Head.Biases);
    }
}
