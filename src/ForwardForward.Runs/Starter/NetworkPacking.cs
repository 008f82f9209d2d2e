using ForwardForward.Learning.Trainers;
using ForwardForward.Runs.Checkpoints;

namespace ForwardForward.Runs.Starter;

/// <summary>Makes a checkpoint small: what a network needs to answer is kept, in half precision; what a trainer needs to go on is left out.</summary>
public static class NetworkPacking
{
    private const string Velocity = "velocity/";
    private const string MeanActivity = "/mean-activity";

    /// <summary>Writes the network of a checkpoint.</summary>
    /// <exception cref="CheckpointFormatException">A weight is not finite, or too large for half precision.</exception>
    public static void Pack(Checkpoint checkpoint, Stream stream)
    {
        var state = new TrainerState();
        foreach (var (name, matrix) in checkpoint.State.Matrices.Where(pair => !IsForTraining(pair.Key)))
        {
            state.Matrices.Add(name, matrix);
        }

        foreach (var (name, words) in checkpoint.State.Words)
        {
            state.Words.Add(name, words);
        }

        CheckpointFile.Write(stream, checkpoint with { State = state }, halfPrecision: true);
    }

    /// <summary>A state that a trainer takes: what was left out is as at the very beginning. A state that is whole stays as it is.</summary>
    public static TrainerState Unpack(TrainerState packed, Trainer trainer)
    {
        var blank = trainer.CaptureState();
        var state = new TrainerState();
        foreach (var (name, matrix) in packed.Matrices)
        {
            state.Matrices.Add(name, matrix);
        }

        foreach (var (name, matrix) in blank.Matrices.Where(pair => IsForTraining(pair.Key)))
        {
            state.Matrices.TryAdd(name, matrix);
        }

        foreach (var (name, words) in packed.Words)
        {
            state.Words.Add(name, words);
        }

        return state;
    }

    private static bool IsForTraining(string name) =>
        name.StartsWith(Velocity, StringComparison.Ordinal) || name.EndsWith(MeanActivity, StringComparison.Ordinal);
}
