using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ForwardForward.Frames.Codec;

/// <summary>The part of MessagePack that frames need; every value in its shortest form.</summary>
internal readonly ref struct MessagePackOutput(IBufferWriter<byte> buffer)
{
    private readonly IBufferWriter<byte> _buffer = buffer;

    public void Write(FieldMap map)
    {
        Length(map.Fields.Count, 0x80, 15, 0, 0xde);
        foreach (var (name, value) in map.Fields)
        {
            Text(name);
            Value(value);
        }
    }

    private void Value(object value)
    {
        switch (value)
        {
            case bool truth:
                Byte(truth ? 0xc3 : 0xc2);
                break;
            case long number:
                Integer(number);
                break;
            case double number:
                Byte(0xcb);
                BinaryPrimitives.WriteDoubleBigEndian(Room(8), double.IsFinite(number) ? number : double.NaN);
                _buffer.Advance(8);
                break;
            case string text:
                Text(text);
                break;
            case byte[] bytes:
                Length(bytes.Length, 0, -1, 0xc4, 0xc5);
                _buffer.Write(bytes);
                break;
            case FieldMap map:
                Write(map);
                break;
            case float[] numbers:
                Numbers(numbers);
                break;
            default:
                var elements = (object[])value;
                Length(elements.Length, 0x90, 15, 0, 0xdc);
                foreach (var element in elements)
                {
                    Value(element);
                }

                break;
        }
    }

    private void Numbers(float[] numbers)
    {
        Length(numbers.Length, 0x90, 15, 0, 0xdc);
        foreach (var number in numbers)
        {
            var room = Room(5);
            room[0] = 0xca;
            BinaryPrimitives.WriteSingleBigEndian(room[1..], float.IsFinite(number) ? number : float.NaN);
            _buffer.Advance(5);
        }
    }

    private void Text(string text)
    {
        Length(Encoding.UTF8.GetByteCount(text), 0xa0, 31, 0xd9, 0xda);
        Encoding.UTF8.GetBytes(text, _buffer);
    }

    private void Integer(long number)
    {
        if (number is >= 0 and < 128 or >= -32 and < 0)
        {
            Byte((byte)number);
            return;
        }

        Byte(0xd3);
        BinaryPrimitives.WriteInt64BigEndian(Room(8), number);
        _buffer.Advance(8);
    }

    // A length in the code itself, in one byte (where there is such a form), in two or in four.
    private void Length(int length, int short0, int shortMost, int byteCode, int shortCode)
    {
        if (length <= shortMost)
        {
            Byte(short0 | length);
        }
        else if (length < 256 && byteCode != 0)
        {
            Byte(byteCode);
            Byte(length);
        }
        else if (length < 65_536)
        {
            Byte(shortCode);
            BinaryPrimitives.WriteUInt16BigEndian(Room(2), (ushort)length);
            _buffer.Advance(2);
        }
        else
        {
            Byte(shortCode + 1);
            BinaryPrimitives.WriteInt32BigEndian(Room(4), length);
            _buffer.Advance(4);
        }
    }

    private Span<byte> Room(int length) => _buffer.GetSpan(length)[..length];

    private void Byte(int value)
    {
        _buffer.GetSpan(1)[0] = unchecked((byte)value);
        _buffer.Advance(1);
    }
}
