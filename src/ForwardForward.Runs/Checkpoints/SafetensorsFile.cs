using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Runs.Checkpoints;

/// <summary>
/// A trainer's state as a safetensors file: eight bytes of header length, the header, the values. Little-endian; words come before
/// matrices, each in the order of their names, so that equal states are equal bytes.
/// </summary>
internal static class SafetensorsFile
{
    private const int LengthBytes = sizeof(ulong);
    private const int MaximumHeader = 16 << 20;

    /// <summary>Writes a state.</summary>
    /// <exception cref="CheckpointFormatException">A value is not finite: such a state is worth nothing.</exception>
    public static void Write(Stream stream, TrainerState state, IReadOnlyDictionary<string, string> metadata)
    {
        var entries = new List<SafetensorsEntry>();
        foreach (var (name, words) in state.Words)
        {
            Add(name, SafetensorsEntry.Unsigned, [words.Length], words.LongLength * sizeof(ulong));
        }

        foreach (var (name, matrix) in state.Matrices)
        {
            CheckFinite(name, matrix.Values);
            Add(name, SafetensorsEntry.Float, [matrix.Rows, matrix.Columns], matrix.Values.LongLength * sizeof(float));
        }

        var json = new SafetensorsHeader(metadata, entries).Write();
        var padded = new byte[LengthBytes + ((json.Length + LengthBytes - 1) / LengthBytes * LengthBytes)];
        padded.AsSpan(LengthBytes).Fill((byte)' ');
        BinaryPrimitives.WriteUInt64LittleEndian(padded, (ulong)(padded.Length - LengthBytes));
        json.CopyTo(padded, LengthBytes);
        stream.Write(padded);
        foreach (var words in state.Words.Values)
        {
            stream.Write(MemoryMarshal.AsBytes<ulong>(words));
        }

        foreach (var matrix in state.Matrices.Values)
        {
            stream.Write(MemoryMarshal.AsBytes<float>(matrix.Values));
        }

        void Add(string name, string type, int[] shape, long bytes)
        {
            var begin = entries.Count == 0 ? 0 : entries[^1].End;
            entries.Add(new SafetensorsEntry(name, type, shape, begin, begin + bytes));
        }
    }

    /// <summary>Reads a state and the metadata from a stream that knows its length.</summary>
    /// <exception cref="CheckpointFormatException">The stream is no such file, is truncated, or has values that are not finite.</exception>
    public static (TrainerState State, IReadOnlyDictionary<string, string> Metadata) Read(Stream stream)
    {
        var header = ReadHeader(stream);
        var state = new TrainerState();
        foreach (var entry in header.Entries)
        {
            if (entry.Type == SafetensorsEntry.Float)
            {
                var values = new float[entry.Count];
                stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
                CheckFinite(entry.Name, values);
                state.Matrices[entry.Name] = entry.Shape is [var rows, var columns]
                    ? new StateMatrix(rows, columns, values)
                    : new StateMatrix(1, values.Length, values);
            }
            else
            {
                var words = new ulong[entry.Count];
                stream.ReadExactly(MemoryMarshal.AsBytes(words.AsSpan()));
                state.Words[entry.Name] = words;
            }
        }

        return (state, header.Metadata);
    }

    private static SafetensorsHeader ReadHeader(Stream stream)
    {
        if (stream.Length < LengthBytes)
        {
            throw new CheckpointFormatException($"The file has {stream.Length} bytes; a safetensors file begins with {LengthBytes} bytes of header length.");
        }

        Span<byte> lengthBytes = stackalloc byte[LengthBytes];
        stream.ReadExactly(lengthBytes);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(lengthBytes);
        var left = stream.Length - LengthBytes;
        if (length > MaximumHeader || length > (ulong)left)
        {
            throw new CheckpointFormatException($"The header is said to have {length} bytes, but {left} bytes follow and {MaximumHeader} is the most. This is no safetensors file, or a truncated one.");
        }

        var json = new byte[length];
        stream.ReadExactly(json);
        return SafetensorsHeader.Read(json, left - (long)length);
    }

    private static void CheckFinite(string name, float[] values)
    {
        // A sum of absolute values is finite only if every value is (or it overflows, which weights never do unless they are lost).
        if (!float.IsFinite(TensorPrimitives.SumOfMagnitudes<float>(values)))
        {
            throw new CheckpointFormatException($"The matrix '{name}' has values that are no finite numbers.");
        }
    }
}
