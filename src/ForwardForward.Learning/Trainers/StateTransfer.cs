using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Trainers;

/// <summary>Carries a trainer's declared parts, streams, controls and count of steps into a <see cref="TrainerState"/> and back.</summary>
internal static class StateTransfer
{
    private const string Steps = "progress/completed-steps";

    /// <summary>Writes everything into a new state.</summary>
    public static TrainerState Capture(Trainer trainer, IEnumerable<StatePart> parts, IEnumerable<StreamPart> streams)
    {
        var state = new TrainerState();
        foreach (var part in parts)
        {
            part.Capture(state);
        }

        state.Words.Add(Steps, [(ulong)trainer.Course.CompletedSteps]);
        foreach (var control in trainer.Controls)
        {
            state.Words.Add(control.StateName, [BitConverter.SingleToUInt32Bits(control.Value)]);
        }

        foreach (var stream in streams)
        {
            state.Words.Add(stream.Name, stream.Stream.SaveState());
        }

        return state;
    }

    /// <summary>Takes everything from a state, or nothing if something does not fit.</summary>
    /// <exception cref="ArgumentException">Something is missing or has another shape, or there are more steps than the schedule has.</exception>
    public static void Restore(Trainer trainer, TrainerState state, IReadOnlyList<StatePart> parts, IReadOnlyList<StreamPart> streams)
    {
        Check(trainer, state, parts, streams);
        foreach (var part in parts)
        {
            part.Restore(state);
        }

        foreach (var stream in streams)
        {
            stream.Stream.RestoreState(state.Words[stream.Name]);
        }

        foreach (var control in trainer.Controls)
        {
            control.Value = Number(state, control);
        }

        trainer.Course.MoveTo((long)Word(state, Steps));
    }

    private static void Check(Trainer trainer, TrainerState state, IEnumerable<StatePart> parts, IEnumerable<StreamPart> streams)
    {
        foreach (var part in parts)
        {
            part.Check(state);
        }

        if (Word(state, Steps) > (ulong)trainer.Course.Steps)
        {
            throw new ArgumentException($"The state has {Word(state, Steps)} steps behind it; this schedule has {trainer.Course.Steps}.", nameof(state));
        }

        foreach (var control in trainer.Controls)
        {
            if (!float.IsFinite(Number(state, control)))
            {
                throw new ArgumentException($"The state's '{control.StateName}' is not a finite number.", nameof(state));
            }
        }

        foreach (var stream in streams)
        {
            if (!state.Words.TryGetValue(stream.Name, out var words))
            {
                throw new ArgumentException($"The state has no words '{stream.Name}'.", nameof(state));
            }

            new RandomStream(0).RestoreState(words);
        }
    }

    private static float Number(TrainerState state, Control control) => BitConverter.UInt32BitsToSingle((uint)Word(state, control.StateName));

    private static ulong Word(TrainerState state, string name) => state.Words.TryGetValue(name, out var words) && words.Length == 1
        ? words[0]
        : throw new ArgumentException($"The state has no single word '{name}'.", nameof(state));
}
