using System.Buffers.Binary;
using ForwardForward.Frames.Colours;

namespace ForwardForward.Frames.Codec;

/// <summary>
/// Tiles as bytes. <c>share8</c>: <c>value = byte / 255</c>, off by at most 1/510; shares beyond [0, 1] come back as the nearer end.
/// <c>signed8</c>: <c>value = (signed byte) * scale</c> with a scale for the label values of each tile (where it has some) and one for the
/// others, off by at most half of it (<see cref="Int8Quantisation"/>); -128 is NaN. <c>float32</c>, little-endian: shares of which some are no finite numbers.
/// </summary>
internal static class TileCoding
{
    private const string Share8 = "share8";
    private const string Signed8 = "signed8";
    private const string Float32 = "float32";

    public static void Write(FieldMap map, ImageFrame frame)
    {
        if (frame.Range == ImageRange.Signed)
        {
            var (bytes, scales) = (new byte[frame.Values.Length], new List<float>());
            foreach (var (from, length) in Blocks(frame.Count, frame.Shape.Values, frame.LabelValues))
            {
                scales.Add(Int8Quantisation.Write(frame.Values.AsSpan(from, length), bytes.AsSpan(from, length)));
            }

            map.Add("coding", Signed8).Add("scales", scales.ToArray()).Add("values", bytes);
        }
        else if (frame.NotFinite() == 0)
        {
            map.Add("coding", Share8).Add("values", Array.ConvertAll(frame.Values, Levels.OfShare));
        }
        else
        {
            var bytes = new byte[4 * frame.Values.Length];
            for (var i = 0; i < frame.Values.Length; i++)
            {
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(4 * i), frame.Values[i]);
            }

            map.Add("coding", Float32).Add("values", bytes);
        }
    }

    public static float[] Read(FieldMap map, int size, int labels)
    {
        var bytes = map.Bytes("values");
        switch (map.Text("coding"))
        {
            case Share8:
                return Array.ConvertAll(bytes, level => level / 255f);
            case Signed8:
                return Signed(bytes, map.Floats("scales"), size, labels);
            case Float32 when bytes.Length % 4 == 0:
                var values = new float[bytes.Length / 4];
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(4 * i));
                }

                return values;
            case Float32:
                throw new FrameFormatException($"values has {bytes.Length} bytes, which are not whole float32 numbers.");
            case var other:
                throw new FrameFormatException($"coding is \"{(other.Length > 40 ? other[..40] + "..." : other)}\"; it must be {Share8}, {Signed8} or {Float32}.");
        }
    }

    private static float[] Signed(byte[] bytes, float[] scales, int size, int labels)
    {
        if (labels < 0 || labels >= size || bytes.Length % size != 0)
        {
            throw new FrameFormatException($"{bytes.Length} bytes with {labels} values for the label do not fill whole tiles of {size} values.");
        }

        var blocks = Blocks(bytes.Length / size, size, labels).ToArray();
        if (blocks.Length != scales.Length || !scales.All(scale => float.IsFinite(scale) && scale >= 0))
        {
            throw new FrameFormatException($"scales has {scales.Length} numbers; {blocks.Length} are needed, finite and not below 0.");
        }

        var values = new float[bytes.Length];
        for (var i = 0; i < blocks.Length; i++)
        {
            var (from, length) = blocks[i];
            Int8Quantisation.Read(bytes.AsSpan(from, length), scales[i], values.AsSpan(from, length));
        }

        return values;
    }

    // Values that share a scale.
    private static IEnumerable<(int From, int Length)> Blocks(int count, int size, int labels)
    {
        for (var tile = 0; tile < count; tile++)
        {
            if (labels > 0)
            {
                yield return (tile * size, labels);
            }

            yield return ((tile * size) + labels, size - labels);
        }
    }
}
