using ForwardForward.Learning.Readings;

namespace ForwardForward.Runs.Snapshots;

/// <summary>What is in a snapshot, value after value. Weights take one byte each, pixels too; goodness stays as it is.</summary>
internal static class MomentContent
{
    /// <summary>Bounds that no snapshot of this program exceeds; beyond them a file is not believed.</summary>
    private const int MostLayers = 1000;
    private const int MostValues = 16 << 20;
    private const int LongestSide = 4096;
    private const int MostChannels = 64;

    /// <summary>Writes a snapshot.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="moment">The snapshot.</param>
    /// <param name="inColour">Whether it says how many channels its pictures have; otherwise they have one.</param>
    public static void Write(BinaryWriter writer, Moment moment, bool inColour)
    {
        writer.Write(moment.Step);
        writer.Write(moment.Epoch);
        writer.Write(moment.Seconds);
        ScoreContent.WriteErrors(writer, moment.Scores);

        writer.Write(moment.Fields.Count);
        for (var layer = 0; layer < moment.Fields.Count; layer++)
        {
            Write(writer, moment.Fields[layer], inColour);
            Write(writer, moment.Layers[layer]);
        }

        writer.Write(moment.Examples.Pairs.Count);
        foreach (var pair in moment.Examples.Pairs)
        {
            ExampleContent.Write(writer, pair, inColour);
        }

        ScoreContent.WriteOthers(writer, moment.Scores);
    }

    /// <summary>Whether a snapshot has pictures of several channels.</summary>
    public static bool IsInColour(Moment moment) =>
        moment.Fields.Any(fields => fields.Channels != 1) || moment.Examples.Pairs.Any(pair => pair.Shape.Channels != 1);

    /// <summary>Reads what <see cref="Write(BinaryWriter, Moment, bool)"/> wrote.</summary>
    /// <exception cref="FormatException">A value makes no sense.</exception>
    /// <exception cref="EndOfStreamException">It ends too early.</exception>
    public static Moment Read(BinaryReader reader, bool inColour)
    {
        var (step, epoch, seconds) = (reader.ReadInt64(), reader.ReadDouble(), reader.ReadDouble());
        var errors = ScoreContent.ReadErrors(reader);
        var layers = Count(reader, MostLayers, "layers");
        var fields = new ReceptiveFields[layers];
        var statistics = new LayerStatistics?[layers];
        for (var layer = 0; layer < layers; layer++)
        {
            fields[layer] = ReadFields(reader, step, layer, inColour);
            statistics[layer] = ReadStatistics(reader);
        }

        var pairs = new ExamplePair[Count(reader, MomentReading.MaximumExamples, "examples")];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = ExampleContent.Read(reader, inColour);
        }

        return new Moment(step, epoch, seconds, errors.With(ScoreContent.ReadOthers(reader)), fields, statistics, new NegativeExamples(step, step, pairs));
    }

    /// <summary>A number of things that follow.</summary>
    /// <exception cref="FormatException">It is negative or more than there can be.</exception>
    public static int Count(BinaryReader reader, int most, string what)
    {
        var count = reader.ReadInt32();
        return count >= 0 && count <= most ? count : throw new FormatException($"It says that it has {count} {what}.");
    }

    /// <summary>Writes how many values there are, and the values.</summary>
    public static void Write(BinaryWriter writer, ReadOnlySpan<float> values)
    {
        writer.Write(values.Length);
        foreach (var value in values)
        {
            writer.Write(value);
        }
    }

    /// <summary>Reads values.</summary>
    public static float[] ReadValues(BinaryReader reader)
    {
        var values = new float[Count(reader, MostValues, "values")];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = reader.ReadSingle();
        }

        return values;
    }

    /// <summary>Reads exactly so many bytes.</summary>
    public static byte[] ReadBytes(BinaryReader reader, int count) =>
        reader.ReadBytes(count) is { } bytes && bytes.Length == count ? bytes : throw new EndOfStreamException($"{count} bytes should follow.");

    /// <summary>Writes the channels of pictures, where the form has them.</summary>
    public static void WriteChannels(BinaryWriter writer, int channels, bool inColour)
    {
        if (inColour)
        {
            writer.Write(channels);
        }
    }

    /// <summary>Reads the channels of pictures.</summary>
    public static int ReadChannels(BinaryReader reader, bool inColour) => inColour ? Count(reader, MostChannels, "channels") : 1;

    private static void Write(BinaryWriter writer, ReceptiveFields fields, bool inColour)
    {
        writer.Write(fields.FieldWidth);
        writer.Write(fields.FieldHeight);
        WriteChannels(writer, fields.Channels, inColour);
        writer.Write(fields.LabelPixels);
        var size = fields.FieldSize;
        writer.Write(size == 0 ? 0 : fields.Fields.Length / size);
        var bytes = new byte[size];
        for (var start = 0; size > 0 && start < fields.Fields.Length; start += size)
        {
            // Label pixels grow much larger than the others: one scale for both would leave the picture a few shades.
            var field = fields.Fields.AsSpan(start, size);
            writer.Write(Shades.Pack(field[..fields.LabelPixels], bytes));
            writer.Write(Shades.Pack(field[fields.LabelPixels..], bytes.AsSpan(fields.LabelPixels)));
            writer.Write(bytes);
        }
    }

    private static ReceptiveFields ReadFields(BinaryReader reader, long step, int layer, bool inColour)
    {
        var (width, height) = (Count(reader, LongestSide, "columns"), Count(reader, LongestSide, "rows"));
        var channels = ReadChannels(reader, inColour);
        var size = width * height * channels;
        var labels = Count(reader, size, "label pixels");
        var units = Count(reader, size == 0 ? 0 : MostValues / size, "units");
        var fields = new float[units * size];
        for (var start = 0; start < fields.Length; start += size)
        {
            var (ofLabels, ofPicture) = (reader.ReadSingle(), reader.ReadSingle());
            var bytes = ReadBytes(reader, size);
            Shades.Unpack(bytes.AsSpan(0, labels), ofLabels, fields.AsSpan(start));
            Shades.Unpack(bytes.AsSpan(labels), ofPicture, fields.AsSpan(start + labels));
        }

        return new ReceptiveFields(step, step, layer, width, height, labels, 0, fields) { Channels = channels };
    }

    private static void Write(BinaryWriter writer, LayerStatistics? layer)
    {
        writer.Write(layer is not null);
        if (layer is not null)
        {
            Write(writer, layer.PositiveGoodness);
            Write(writer, layer.NegativeGoodness);
            writer.Write(layer.ActiveShare);
            writer.Write(layer.DeadUnits);
            writer.Write(layer.AlwaysOnUnits);
            writer.Write(layer.WeightRms);
        }
    }

    private static LayerStatistics? ReadStatistics(BinaryReader reader) => reader.ReadBoolean()
        ? new LayerStatistics(ReadValues(reader), ReadValues(reader), reader.ReadSingle(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadSingle())
        : null;
}
