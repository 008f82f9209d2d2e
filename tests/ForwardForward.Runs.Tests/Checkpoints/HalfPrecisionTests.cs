using ForwardForward.Learning.Trainers;
using ForwardForward.Runs.Checkpoints;

namespace ForwardForward.Runs.Tests.Checkpoints;

public sealed class HalfPrecisionTests
{
    [Fact]
    public void Matrices_come_back_within_half_a_thousandth_and_words_exactly()
    {
        float[] values = [0, -0f, 1, -1.5f, 0.1f, 1234.5f, -65504, 6e-5f, 3.3e-7f];
        var state = State(values);
        state.Words.Add("counter", [ulong.MaxValue, 3]);

        var bytes = Written(state);
        var (back, _) = SafetensorsFile.Read(new MemoryStream(bytes));

        Assert.Equal([ulong.MaxValue, 3UL], back.Words["counter"]);
        Assert.Equal((1, values.Length), (back.Matrices["m"].Rows, back.Matrices["m"].Columns));
        for (var i = 0; i < values.Length; i++)
        {
            Assert.InRange(Math.Abs(back.Matrices["m"].Values[i] - values[i]), 0, Math.Max(6e-8f, Math.Abs(values[i]) / 2000));
            Assert.Equal((float)(Half)values[i], back.Matrices["m"].Values[i]);
        }
    }

    [Fact]
    public void It_takes_half_the_bytes_and_says_so_in_the_header()
    {
        var bytes = Written(State(new float[10_000]));

        Assert.InRange(bytes.Length, 20_000, 20_300);
        Assert.Contains("\"dtype\":\"F16\",\"shape\":[1,10000]", System.Text.Encoding.UTF8.GetString(bytes, 0, 300), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(70_000f, "beyond the 65504 of half precision")]
    [InlineData(-70_000f, "beyond the 65504 of half precision")]
    [InlineData(float.NaN, "no finite numbers")]
    public void What_half_precision_cannot_hold_is_refused(float value, string words) =>
        Assert.Contains(words, Assert.Throws<CheckpointFormatException>(() => Written(State([1, value]))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_truncated_file_is_refused() => Assert.Contains(
        "truncated", Assert.Throws<CheckpointFormatException>(() => SafetensorsFile.Read(new MemoryStream(Written(State([1, 2, 3]))[..^1]))).Message, StringComparison.Ordinal);

    private static TrainerState State(float[] values)
    {
        var state = new TrainerState();
        state.Matrices.Add("m", new StateMatrix(1, values.Length, values));
        return state;
    }

    private static byte[] Written(TrainerState state)
    {
        using var stream = new MemoryStream();
        SafetensorsFile.Write(stream, state, new Dictionary<string, string>(), halfPrecision: true);
        return stream.ToArray();
    }
}
