using ForwardForward.Frames;
using ForwardForward.Learning.Readings;

namespace ForwardForward.Runs.Snapshots;

/// <summary>One example in a snapshot.</summary>
internal static class ExampleContent
{
    private const int MostParts = 16;
    private const int LongestSide = 4096;

    /// <summary>Writes a pair; pixels take a byte each.</summary>
    public static void Write(BinaryWriter writer, ExamplePair pair, bool inColour)
    {
        writer.Write(pair.Width);
        writer.Write(pair.Height);
        MomentContent.WriteChannels(writer, pair.Shape.Channels, inColour);
        WritePicture(writer, pair.Positive);
        WritePicture(writer, pair.Negative);
        writer.Write(pair.PositiveLabel ?? -1);
        writer.Write(pair.NegativeLabel ?? -1);
        writer.Write(pair.NegativeProbability ?? float.NaN);
        MomentContent.Write(writer, pair.PositiveGoodness);
        MomentContent.Write(writer, pair.NegativeGoodness);
        var parts = pair.Parts.Where(part => part.Value.Length == pair.Width * pair.Height || part.Value.Length == pair.Shape.Values).Take(MostParts).ToArray();
        writer.Write(parts.Length);
        foreach (var (name, pixels) in parts)
        {
            writer.Write(name);
            MomentContent.WriteChannels(writer, pixels.Length / (pair.Width * pair.Height), inColour);
            WritePicture(writer, pixels);
        }
    }

    /// <summary>Reads a pair.</summary>
    public static ExamplePair Read(BinaryReader reader, bool inColour)
    {
        var (width, height) = (MomentContent.Count(reader, LongestSide, "columns"), MomentContent.Count(reader, LongestSide, "rows"));
        var channels = MomentContent.ReadChannels(reader, inColour);
        var size = width * height * channels;
        var (positive, negative) = (ReadPicture(reader, size), ReadPicture(reader, size));
        var (label, wrong, probability) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadSingle());
        var (positiveGoodness, negativeGoodness) = (MomentContent.ReadValues(reader), MomentContent.ReadValues(reader));
        var parts = new Dictionary<string, float[]>(StringComparer.Ordinal);
        for (var left = MomentContent.Count(reader, MostParts, "parts"); left > 0; left--)
        {
            parts[reader.ReadString()] = ReadPicture(reader, width * height * MomentContent.ReadChannels(reader, inColour));
        }

        return new ExamplePair(
            new ImageShape(width, height, channels), positive, negative, label < 0 ? null : label, wrong < 0 ? null : wrong, float.IsNaN(probability) ? null : probability,
            positiveGoodness, negativeGoodness, parts);
    }

    private static void WritePicture(BinaryWriter writer, float[] pixels) =>
        writer.Write(Array.ConvertAll(pixels, pixel => (byte)(pixel > 0 ? MathF.Round(255 * Math.Min(pixel, 1)) : 0)));

    private static float[] ReadPicture(BinaryReader reader, int size) => Array.ConvertAll(MomentContent.ReadBytes(reader, size), pixel => pixel / 255f);
}
