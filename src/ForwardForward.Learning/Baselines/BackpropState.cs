using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Baselines;

/// <summary>The names under which a backprop trainer's state is kept.</summary>
internal static class BackpropState
{
    public const string Dropout = "random/dropout";

    /// <summary>Every matrix that a trainer needs to go on.</summary>
    public static IReadOnlyList<StatePart> Parts(BackpropNet net) =>
    [
        .. net.Learnt.SelectMany(stage => Parts(stage.Name, stage.Layer.Weights)),
        .. net.Learnt.SelectMany(stage => Parts("velocity/" + stage.Name, stage.Layer.Velocity!)),
    ];

    private static IEnumerable<StatePart> Parts(string name, DenseLayer layer) =>
    [
        StatePart.Of($"{name.Replace(' ', '-')}/weights", layer.Weights),
        StatePart.Of($"{name.Replace(' ', '-')}/biases", layer.Biases),
    ];
}
