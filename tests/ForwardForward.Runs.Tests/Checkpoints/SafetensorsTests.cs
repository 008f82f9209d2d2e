using System.Buffers.Binary;
using System.Text;
using CsCheck;
using ForwardForward.Learning.Trainers;
using ForwardForward.Runs.Checkpoints;

namespace ForwardForward.Runs.Tests.Checkpoints;

public sealed class SafetensorsTests
{
    private const string Small = """{"a":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}""";

    [Fact]
    public void A_state_comes_back_as_it_was()
    {
        var name = Gen.String[Gen.Char['a', 'z'], 1, 12];
        var matrices = Gen.Dictionary(name, Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).SelectMany((rows, columns) =>
            Gen.Float.Where(float.IsFinite).Where(value => MathF.Abs(value) < 1e30f).Array[rows * columns].Select(values => new StateMatrix(rows, columns, values))))[0, 4];
        Gen.Select(matrices, Gen.Dictionary(name, Gen.ULong.Array[0, 5])[0, 4]).Sample((floats, words) =>
        {
            var state = new TrainerState();
            foreach (var (key, value) in floats)
            {
                state.Matrices.Add("m-" + key, value);
            }

            foreach (var (key, value) in words)
            {
                state.Words.Add("w-" + key, value);
            }

            using var stream = new MemoryStream();
            SafetensorsFile.Write(stream, state, new Dictionary<string, string> { ["hello"] = "wörld \"quoted\"" });
            stream.Position = 0;
            var (back, metadata) = SafetensorsFile.Read(stream);
            Assert.Equal("wörld \"quoted\"", metadata["hello"]);
            Assert.Equal(state.Words, back.Words);
            Assert.Equal(state.Matrices.Keys, back.Matrices.Keys);
            foreach (var (key, matrix) in state.Matrices)
            {
                Assert.Equal((matrix.Rows, matrix.Columns), (back.Matrices[key].Rows, back.Matrices[key].Columns));
                Assert.Equal(matrix.Values.Select(BitConverter.SingleToInt32Bits), back.Matrices[key].Values.Select(BitConverter.SingleToInt32Bits));
            }
        }, iter: 200);
    }

    [Theory]
    [InlineData("[]", 0, "not the JSON")]
    [InlineData("{", 0, "not the JSON")]
    [InlineData("""{"a":1}""", 0, "not the JSON")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1,2]}}""", 8, "not the JSON")]
    [InlineData("""{"a":{"dtype":"BF16","shape":[1,2],"data_offsets":[0,4]}}""", 4, "has the type BF16")]
    [InlineData("""{"a":{"dtype":null,"shape":[1,2],"data_offsets":[0,4]}}""", 4, "F32, F16, U64 and I64 only")]
    [InlineData("""{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}""", 4, "one or two sizes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1,1,1],"data_offsets":[0,4]}}""", 4, "one or two sizes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1,-1],"data_offsets":[0,4]}}""", 4, "not negative")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2147483647,2147483647],"data_offsets":[0,4]}}""", 4, "needs 18446744")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", 8, "needs 12 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}""", 8, "do not give them")]
    [InlineData(Small, 7, "truncated")]
    [InlineData(Small, 9, "truncated or was changed")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", 12, "begins at byte 4")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[12,16]}}""", 16, "begins at byte 12")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""", 12, "twice")]
    public void A_header_that_does_not_fit_is_refused(string header, int data, string says)
    {
        var refusal = Assert.Throws<CheckpointFormatException>(() => Read(File(header, new byte[data])));
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_that_lie_about_their_length_are_refused()
    {
        Assert.Throws<CheckpointFormatException>(() => Read([]));
        Assert.Throws<CheckpointFormatException>(() => Read([1, 2, 3]));
        foreach (var length in new[] { ulong.MaxValue, 1UL << 40, 100UL })
        {
            var file = File(Small, new byte[8]);
            BinaryPrimitives.WriteUInt64LittleEndian(file, length);
            Assert.Contains("The header is said to have", Assert.Throws<CheckpointFormatException>(() => Read(file)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Values_that_are_not_finite_are_neither_read_nor_written(float value)
    {
        var data = new byte[8];
        BinaryPrimitives.WriteSingleLittleEndian(data.AsSpan(4), value);
        Assert.Equal("The matrix 'a' has values that are no finite numbers.", Assert.Throws<CheckpointFormatException>(() => Read(File(Small, data))).Message);
        var state = new TrainerState { Matrices = { ["a"] = new StateMatrix(1, 2, [0, value]) } };
        Assert.Throws<CheckpointFormatException>(() => SafetensorsFile.Write(Stream.Null, state, new Dictionary<string, string>()));
    }

    [Fact]
    public void Signed_words_are_read_too()
    {
        var (state, _) = Read(File("""{"n":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}""", [255, 255, 255, 255, 255, 255, 255, 255]));
        Assert.Equal([ulong.MaxValue], state.Words["n"]);
    }

    private static (TrainerState State, IReadOnlyDictionary<string, string> Metadata) Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return SafetensorsFile.Read(stream);
    }

    private static byte[] File(string header, byte[] data)
    {
        var json = Encoding.UTF8.GetBytes(header);
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)json.Length);
        return [.. length, .. json, .. data];
    }
}
