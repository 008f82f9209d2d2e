using ForwardForward.Frames;
using ForwardForward.Learning.Readings;
using ForwardForward.Runs.Snapshots;
using ForwardForward.Testing.Runs;

namespace ForwardForward.Runs.Tests.Snapshots;

public sealed class SnapshotFileTests
{
    private static readonly Moment Sample = With(Samples.Moment(1234, Samples.Run()), new() { ["mask"] = Half(), ["wrong size"] = [1] });

    [Fact]
    public void What_was_written_is_read_again()
    {
        var read = SnapshotFile.Decode(SnapshotFile.Encode(Sample));

        Assert.Equal((Sample.Step, Sample.Epoch, Sample.Seconds, Sample.Scores), (read.Step, read.Epoch, read.Seconds, read.Scores));
        Assert.Equivalent(Sample.Layers, read.Layers, strict: true);
        Assert.Equal(Sample.Fields.Select(Shape), read.Fields.Select(Shape));
        var (pair, again) = (Sample.Examples.Pairs[0], read.Examples.Pairs[0]);
        Assert.Equal((pair.PositiveLabel, pair.NegativeLabel, pair.NegativeProbability), (again.PositiveLabel, again.NegativeLabel, again.NegativeProbability));
        Assert.Equal(pair.PositiveGoodness, again.PositiveGoodness);
        Near(pair.Positive, again.Positive, 0.5f / 255);
        Assert.Equal(["mask"], again.Parts.Keys);
        Near(Half(), again.Parts["mask"], 0.5f / 255);

        static (int, int, int, int, int, int) Shape(ReceptiveFields fields) =>
            (fields.Layer, fields.FieldWidth, fields.FieldHeight, fields.LabelPixels, fields.FirstUnit, fields.Fields.Length);
    }

    [Fact]
    public void Weights_are_off_by_half_a_shade_and_label_pixels_have_a_scale_of_their_own()
    {
        var fields = Samples.Fields(1, 1234, count: 2);
        fields.Fields[0] = 100;
        fields.Fields[784] = float.PositiveInfinity;
        fields.Fields[800] = float.NaN;
        var read = SnapshotFile.Decode(SnapshotFile.Encode(Sample with { Fields = [fields], Layers = [null] })).Fields[0].Fields;

        var largest = fields.Fields[10..784].Max(Math.Abs);
        Near(fields.Fields[10..784], read[10..784], largest / 254 * 1.001f);
        Assert.Equal(100, read[0], 3);
        Assert.Equal(0, read[800]);
        Assert.All(read, weight => Assert.True(float.IsFinite(weight)));
    }

    [Fact]
    public void Pictures_in_colour_keep_their_channels_and_their_parts()
    {
        var moment = InColour();
        var read = SnapshotFile.Decode(SnapshotFile.Encode(moment));

        Assert.Equal((3, 2, 1, 12), (read.Fields[0].Channels, read.Fields[0].FieldWidth, read.Fields[0].FieldHeight, read.Fields[0].Fields.Length));
        Near(moment.Fields[0].Fields, read.Fields[0].Fields, 12 / 254f * 1.001f);
        var pair = Assert.Single(read.Examples.Pairs);
        Assert.Equal(new ImageShape(2, 1, 3), pair.Shape);
        Assert.Equal([0, 1, 0, 1, 0, 1], pair.Positive);
        Assert.Equal([1, 0], pair.Parts["mask"]);
        Assert.Equal([1, 1, 0, 0, 1, 1], pair.Parts["digit A"]);
    }

    [Fact]
    public void Before_the_first_step_there_is_nothing_but_weights()
    {
        var read = SnapshotFile.Decode(SnapshotFile.Encode(Samples.Moment(0, Samples.Run())));
        Assert.All(read.Layers, Assert.Null);
        Assert.Empty(read.Examples.Pairs);
        Assert.Equal(RunScores.None, read.Scores);
    }

    [Fact]
    public void A_file_that_was_cut_short_or_has_grown_is_refused()
    {
        var file = SnapshotFile.Encode(Small());
        for (var length = 0; length < file.Length; length++)
        {
            Assert.Throws<SnapshotFormatException>(() => SnapshotFile.Decode(file[..length]));
        }

        Assert.Throws<SnapshotFormatException>(() => SnapshotFile.Decode([.. file, 0]));
    }

    [Fact]
    public void A_single_wrong_bit_is_found_wherever_it_is()
    {
        var file = SnapshotFile.Encode(Small());
        for (var bit = 0; bit < 8 * file.Length; bit++)
        {
            file[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<SnapshotFormatException>(() => SnapshotFile.Decode(file));
            file[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.Equal(3, SnapshotFile.Decode(file).Step);
    }

    private static Moment Small() => new(
        3, 0.3, 1, Samples.Scores(1, null, 2, null), [new ReceptiveFields(3, 3, 0, 3, 2, 1, 0, [1, 2, 3, 4, 5, 6])],
        [new LayerStatistics([1], [2], 0.5f, 0, 1, 0.1f)], new NegativeExamples(3, 3, [new ExamplePair(new ImageShape(1, 2), [0, 1], [1, 0], 1, null, null, [], [], new Dictionary<string, float[]>())]));

    private static Moment InColour() => Small() with
    {
        Fields = [new ReceptiveFields(3, 3, 0, 2, 1, 0, 0, [1, 2, 3, 4, 5, 6, -7, -8, -9, 10, 11, 12]) { Channels = 3 }],
        Examples = new NegativeExamples(3, 3, [new ExamplePair(
            new ImageShape(2, 1, 3), [0, 1, 0, 1, 0, 1], [1, 0, 1, 0, 1, 0], null, null, null, [], [], new Dictionary<string, float[]> { ["mask"] = [1, 0], ["digit A"] = [1, 1, 0, 0, 1, 1] })]),
    };

    private static Moment With(Moment moment, Dictionary<string, float[]> parts) => moment with
    {
        Examples = moment.Examples with { Pairs = [.. moment.Examples.Pairs.Select(pair => pair with { Parts = parts })] },
    };

    private static float[] Half() => [.. Enumerable.Range(0, 784).Select(pixel => pixel % 28 < 14 ? 1f : 0)];

    private static void Near(float[] expected, float[] actual, float tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.InRange(actual[i], expected[i] - tolerance, expected[i] + tolerance);
        }
    }
}
