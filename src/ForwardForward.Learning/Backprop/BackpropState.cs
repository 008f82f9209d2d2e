using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Backprop;

/// <summary>The names under which a backprop trainer's state is kept.</summary>
internal static class BackpropState
{
    /// <summary>Every matrix that a trainer needs to go on.</summary>
    public static IReadOnlyList<StatePart> Parts(BackpropNet net) =>
    [
        .. net.Trained.SelectMany(layer => Parts(layer.Name, layer.Parameters.Weights)),
        .. net.Trained.SelectMany(layer => Parts("velocity/" + layer.Name, layer.Parameters.Velocity!)),
    ];

    private static IEnumerable<StatePart> Parts(string name, DenseLayer layer) =>
    [
        StatePart.Of($"{name.Replace(' ', '-')}/weights", layer.Weights),
        StatePart.Of($"{name.Replace(' ', '-')}/biases", layer.Biases),
    ];
}
