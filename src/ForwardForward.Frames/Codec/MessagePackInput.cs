using System.Buffers.Binary;
using System.Text;

namespace ForwardForward.Frames.Codec;

/// <summary>
/// Reads the part of MessagePack that frames need, in any form that the standard allows. Nothing is made larger than the bytes that are
/// left could fill, and nothing lies deeper than frames do, so damaged bytes cost no more than sound ones.
/// </summary>
internal ref struct MessagePackInput(ReadOnlySpan<byte> bytes)
{
    private const int DeepestNesting = (2 * GroupFrame.DeepestNesting) + 4;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public readonly int Rest => _rest.Length;

    public FieldMap ReadMap(int depth) => ReadValue(depth) as FieldMap ?? throw new FrameFormatException("A frame is a MessagePack map.");

    private object? ReadValue(int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new FrameFormatException("Maps and arrays lie deeper in each other than frames do.");
        }

        var code = Take(1)[0];
        return code switch
        {
            < 0x80 => (long)code,
            < 0x90 => Map(code & 15, depth),
            < 0xa0 => Array(code & 15, depth),
            < 0xc0 => Text(code & 31),
            0xc0 => null,
            0xc2 => false,
            0xc3 => true,
            0xc4 => Take(Take(1)[0]).ToArray(),
            0xc5 => Take(BinaryPrimitives.ReadUInt16BigEndian(Take(2))).ToArray(),
            0xc6 => Take(BinaryPrimitives.ReadUInt32BigEndian(Take(4))).ToArray(),
            0xca => (double)BinaryPrimitives.ReadSingleBigEndian(Take(4)),
            0xcb => BinaryPrimitives.ReadDoubleBigEndian(Take(8)),
            0xcc => (long)Take(1)[0],
            0xcd => (long)BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xce => (long)BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
            0xcf => unchecked((long)BinaryPrimitives.ReadUInt64BigEndian(Take(8))),
            0xd0 => (long)unchecked((sbyte)Take(1)[0]),
            0xd1 => (long)BinaryPrimitives.ReadInt16BigEndian(Take(2)),
            0xd2 => (long)BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            0xd3 => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            0xd9 => Text(Take(1)[0]),
            0xda => Text(BinaryPrimitives.ReadUInt16BigEndian(Take(2))),
            0xdb => Text(BinaryPrimitives.ReadUInt32BigEndian(Take(4))),
            0xdc => Array(BinaryPrimitives.ReadUInt16BigEndian(Take(2)), depth),
            0xdd => Array(BinaryPrimitives.ReadUInt32BigEndian(Take(4)), depth),
            0xde => Map(BinaryPrimitives.ReadUInt16BigEndian(Take(2)), depth),
            0xdf => Map(BinaryPrimitives.ReadUInt32BigEndian(Take(4)), depth),
            >= 0xe0 => (long)unchecked((sbyte)code),
            _ => throw new FrameFormatException($"Byte 0x{code:x2} begins no value that a frame has."),
        };
    }

    private ReadOnlySpan<byte> Take(long count)
    {
        if (count > _rest.Length)
        {
            throw new FrameFormatException($"The bytes end too early: {count} more are needed, {_rest.Length} are there.");
        }

        var taken = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return taken;
    }

    private string Text(long length)
    {
        try
        {
            return Strict.GetString(Take(length));
        }
        catch (DecoderFallbackException exception)
        {
            throw new FrameFormatException("A text is not UTF-8.", exception);
        }
    }

    private FieldMap Map(long count, int depth)
    {
        FieldMap.CheckCount(count);
        var map = new FieldMap();
        for (long i = 0; i < count; i++)
        {
            var name = ReadValue(depth + 1) as string ?? throw new FrameFormatException("A field's name is no text.");
            if (map.Find(name) is not null)
            {
                throw new FrameFormatException($"{name} stands there twice.");
            }

            map.Add(name, ReadValue(depth + 1));
        }

        return map;
    }

    private object Array(long count, int depth)
    {
        // A value has a byte at least.
        if (count > _rest.Length)
        {
            throw new FrameFormatException($"The bytes end too early: an array of {count} is begun, {_rest.Length} bytes are there.");
        }

        if (count > 0 && _rest[0] is 0xca or 0xc0)
        {
            return Numbers((int)count, depth);
        }

        var elements = new object?[count];
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = ReadValue(depth + 1);
        }

        return elements switch
        {
            _ when elements.All(one => one is null or long or double) => System.Array.ConvertAll(elements, Number),
            _ when elements.All(one => one is string) => elements.Cast<string>().ToArray(),
            _ when elements.All(one => one is FieldMap) => elements.Cast<FieldMap>().ToArray(),
            _ => throw new FrameFormatException("An array is of several things; it must be of numbers, of texts or of maps."),
        };
    }

    private float[] Numbers(int count, int depth)
    {
        var numbers = new float[count];
        for (var i = 0; i < count; i++)
        {
            if (_rest.Length >= 5 && _rest[0] == 0xca)
            {
                numbers[i] = BinaryPrimitives.ReadSingleBigEndian(Take(5)[1..]);
                continue;
            }

            numbers[i] = Number(ReadValue(depth + 1));
        }

        return numbers;
    }

    private static float Number(object? value) => value switch
    {
        null => float.NaN,
        long whole => whole,
        double real => (float)real,
        _ => throw new FrameFormatException("An array of numbers has something else in it."),
    };
}
