using ForwardForward.Learning.Optimisation;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Supervised;

/// <summary>The names under which a supervised trainer's matrices are kept.</summary>
internal static class SupervisedState
{
    /// <summary>Every matrix that a trainer needs to go on.</summary>
    public static IReadOnlyList<StatePart> Parts(SupervisedWeights weights, SupervisedWeights velocity, IEnumerable<PeerNormalisation> peers) =>
    [
        .. Parts(weights, ""),
        .. Parts(velocity, "velocity/"),
        .. peers.Select((peer, i) => StatePart.Of($"layer-{i + 1}/mean-activity", peer.MeanActivity)),
    ];

    /// <summary>The weights of one hidden layer.</summary>
    public static StatePart Part(SupervisedWeights weights, int layer, string prefix = "")
    {
        var first = weights.First;
        return layer > 0
            ? StatePart.Of($"{prefix}layer-{layer + 1}/weights", weights.Upper[layer - 1].Weights)
            : new StatePart($"{prefix}layer-1/weights", first.Pixels, first.Units, values => first.GetWeights(values), values => first.SetWeights(values));
    }

    private static IEnumerable<StatePart> Parts(SupervisedWeights weights, string prefix)
    {
        for (var layer = 0; layer < weights.HiddenUnits.Count; layer++)
        {
            yield return Part(weights, layer, prefix);
            yield return StatePart.Of($"{prefix}layer-{layer + 1}/biases", weights.Biases(layer));
        }

        for (var i = 0; i < weights.Head.Weights.Count; i++)
        {
            yield return StatePart.Of($"{prefix}head/layer-{weights.FirstScoringLayer + i + 1}/weights", weights.Head.Weights[i]);
        }

        yield return StatePart.Of($"{prefix}head/biases", weights.Head.Biases);
    }
}
