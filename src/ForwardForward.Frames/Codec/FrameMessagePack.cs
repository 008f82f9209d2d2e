using System.Buffers;

namespace ForwardForward.Frames.Codec;

/// <summary>
/// Frames as MessagePack: a map of the same fields as in JSON (<see cref="FrameJson"/>), tiles as bin, other numbers as float32, so that a
/// client needs nothing but its MessagePack library. The same frame always gives the same bytes.
/// </summary>
public static class FrameMessagePack
{
    /// <summary>Writes a frame.</summary>
    public static byte[] Write(Frame frame)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(frame, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes a frame into a buffer.</summary>
    public static void Write(Frame frame, IBufferWriter<byte> buffer)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(buffer);
        new MessagePackOutput(buffer).Write(FrameFields.Write(frame));
    }

    /// <summary>Reads one frame, which fills the bytes.</summary>
    /// <exception cref="FrameFormatException">They are no MessagePack, no frame, or there are more of them.</exception>
    public static Frame Read(ReadOnlySpan<byte> bytes)
    {
        var input = new MessagePackInput(bytes);
        var map = input.ReadMap(0);
        return input.IsAtEnd ? FrameFields.Read(map) : throw new FrameFormatException($"{input.Rest} bytes stand behind the frame.");
    }
}
