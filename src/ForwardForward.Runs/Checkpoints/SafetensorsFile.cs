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
    /// <param name="stream">Destination.</param>
    /// <param name="state">What is written.</param>
    /// <param name="metadata">Free strings by name.</param>
    /// <param name="halfPrecision">Whether matrices are written as 16-bit floats: half the bytes, three digits instead of seven.</param>
    /// <exception cref="CheckpointFormatException">A value is not finite, or not in half precision: such a state is worth nothing.</exception>
    public static void Write(Stream stream, TrainerState state, IReadOnlyDictionary<string, string> metadata, bool halfPrecision = false)
    {
        var type = halfPrecision ? SafetensorsEntry.Half : SafetensorsEntry.Float;
        var entries = new List<SafetensorsEntry>();
        foreach (var (name, words) in state.Words)
        {
            Add(name, SafetensorsEntry.Unsigned, [words.Length], words.LongLength * sizeof(ulong));
        }

        foreach (var (name, matrix) in state.Matrices)
        {
            CheckFinite(name, matrix.Values, halfPrecision ? (float)Half.MaxValue : float.MaxValue);
            Add(name, type, [matrix.Rows, matrix.Columns], matrix.Values.LongLength * SafetensorsEntry.BytesOf(type)!.Value);
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
            stream.Write(halfPrecision ? MemoryMarshal.AsBytes<Half>(Halved(matrix.Values)) : MemoryMarshal.AsBytes<float>(matrix.Values));
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
            if (entry.Type is SafetensorsEntry.Float or SafetensorsEntry.Half)
            {
                var values = ReadFloats(stream, entry);
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

    private static float[] ReadFloats(Stream stream, SafetensorsEntry entry)
    {
        var values = new float[entry.Count];
        if (entry.Type == SafetensorsEntry.Float)
        {
            stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
            return values;
        }

        var halves = new Half[entry.Count];
        stream.ReadExactly(MemoryMarshal.AsBytes(halves.AsSpan()));
        TensorPrimitives.ConvertToSingle(halves, values);
        return values;
    }

    private static Half[] Halved(float[] values)
    {
        var halves = new Half[values.Length];
        TensorPrimitives.ConvertToHalf(values, halves);
        return halves;
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

    private static void CheckFinite(string name, float[] values, float most = float.MaxValue)
    {
        // A sum of absolute values is finite only if every value is (or it overflows, which weights never do unless they are lost).
        if (!float.IsFinite(TensorPrimitives.SumOfMagnitudes<float>(values)))
        {
            throw new CheckpointFormatException($"The matrix '{name}' has values that are no finite numbers.");
        }

        if (most < float.MaxValue && values.Length > 0 && TensorPrimitives.MaxMagnitude<float>(values) is var largest && MathF.Abs(largest) > most)
        {
            throw new CheckpointFormatException($"The matrix '{name}' has the value {largest}, beyond the {most} of half precision.");
        }
    }
}
