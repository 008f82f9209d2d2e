using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Tests.Supervised;

public sealed class RestoreTests
{
    public static TheoryData<string, string> Damages => new()
    {
        { "missing", "The state has no matrix 'layer-2/weights'." },
        { "shape", "The state's matrix 'layer-2/weights' is [2, 3] with 6 values; it must be [48, 40]." },
        { "length", "The state's matrix 'layer-2/weights' is [48, 40] with 5 values; it must be [48, 40]." },
        { "steps", "The state has 41 steps behind it; this schedule has 40." },
        { "no-steps", "The state has no single word 'progress/completed-steps'." },
        { "factor", "The state's 'progress/learning-rate-factor' is not a finite number." },
        { "no-stream", "The state has no words 'random/negatives'." },
        { "stream", "A random stream's state is four words" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void ADamagedStateIsRefusedAndNothingChanged(string damage, string sentence)
    {
        using var bench = new Bench().Run(2);
        using var other = new Bench().Run(5);
        var before = bench.Trainer.CaptureState();
        var state = other.Trainer.CaptureState();
        Break(state, damage);

        var refusal = Assert.Throws<ArgumentException>(() => bench.Trainer.RestoreState(state));

        Assert.StartsWith(sentence, refusal.Message, StringComparison.Ordinal);
        Bench.AssertSameBits(before, bench.Trainer.CaptureState());
    }

    [Fact]
    public void AStateIsACopy()
    {
        using var bench = new Bench().Run(2);
        var state = bench.Trainer.CaptureState();
        var copy = state.Matrices["layer-1/weights"].Values.ToArray();
        bench.Run(1);

        Assert.Equal(copy, state.Matrices["layer-1/weights"].Values);
    }

    private static void Break(TrainerState state, string damage)
    {
        const string Weights = "layer-2/weights";
        switch (damage)
        {
            case "missing":
                state.Matrices.Remove(Weights);
                break;
            case "shape":
                state.Matrices[Weights] = new StateMatrix(2, 3, new float[6]);
                break;
            case "length":
                state.Matrices[Weights] = new StateMatrix(48, 40, new float[5]);
                break;
            case "steps":
                state.Words["progress/completed-steps"] = [41];
                break;
            case "no-steps":
                state.Words.Remove("progress/completed-steps");
                break;
            case "factor":
                state.Words["progress/learning-rate-factor"] = [BitConverter.SingleToUInt32Bits(float.NaN)];
                break;
            case "no-stream":
                state.Words.Remove("random/negatives");
                break;
            default:
                state.Words["random/negatives"] = [0, 0, 0, 0];
                break;
        }
    }
}
