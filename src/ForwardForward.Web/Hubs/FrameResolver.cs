using System.Buffers;
using ForwardForward.Frames;
using ForwardForward.Frames.Codec;
using MessagePack;
using MessagePack.Formatters;

namespace ForwardForward.Web.Hubs;

/// <summary>Lets the hub's MessagePack write frames in the one form that frames have (<see cref="FrameMessagePack"/>).</summary>
public sealed class FrameResolver : IFormatterResolver
{
    private FrameResolver()
    {
    }

    /// <summary>The only one.</summary>
    public static FrameResolver Instance { get; } = new();

    /// <inheritdoc/>
    public IMessagePackFormatter<T>? GetFormatter<T>() => Kept<T>.Formatter;

    private static class Kept<T>
    {
        public static readonly IMessagePackFormatter<T>? Formatter = typeof(T).IsAssignableTo(typeof(Frame))
            ? (IMessagePackFormatter<T>)Activator.CreateInstance(typeof(FrameFormatter<>).MakeGenericType(typeof(T)))!
            : null;
    }

    private sealed class FrameFormatter<TFrame> : IMessagePackFormatter<TFrame?>
        where TFrame : Frame
    {
        public void Serialize(ref MessagePackWriter writer, TFrame? value, MessagePackSerializerOptions options)
        {
            if (value is null)
            {
                writer.WriteNil();
            }
            else
            {
                writer.WriteRaw(FrameMessagePack.Write(value));
            }
        }

        public TFrame? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
            reader.TryReadNil() ? null : (TFrame)FrameMessagePack.Read(reader.ReadRaw().ToArray());
    }
}
