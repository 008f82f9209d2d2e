using ForwardForward.Learning.Layers;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Baselines;

/// <summary>The names under which a backprop trainer's state is kept, and their checks.</summary>
internal static class BackpropState
{
    public const string Progress = "progress/completed-steps";
    public const string RateFactor = "progress/learning-rate-factor";
    public const string Dropout = "random/dropout";

    /// <summary>Every matrix that a trainer needs to go on.</summary>
    public static IReadOnlyList<StatePart> Parts(BackpropNet net) =>
    [
        .. net.Learnt.SelectMany(stage => Parts(stage.Name, stage.Layer.Weights)),
        .. net.Learnt.SelectMany(stage => Parts("velocity/" + stage.Name, stage.Layer.Velocity!)),
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

        if (!state.Words.TryGetValue(Dropout, out var stream))
        {
            throw new ArgumentException($"The state has no words '{Dropout}'.", nameof(state));
        }

        new RandomStream(0).RestoreState(stream);
    }

    /// <summary>A single word.</summary>
    /// <exception cref="ArgumentException">There is no such word.</exception>
    public static ulong Word(TrainerState state, string name) => state.Words.TryGetValue(name, out var words) && words.Length == 1
        ? words[0]
        : throw new ArgumentException($"The state has no single word '{name}'.", nameof(state));

    private static IEnumerable<StatePart> Parts(string name, DenseLayer layer) =>
    [
        StatePart.Of($"{name.Replace(' ', '-')}/weights", layer.Weights),
        StatePart.Of($"{name.Replace(' ', '-')}/biases", layer.Biases),
    ];
}
