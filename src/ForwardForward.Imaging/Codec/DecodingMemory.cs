using System.Buffers;
using System.Runtime.InteropServices;
using SixLabors.ImageSharp.Memory;

namespace ForwardForward.Imaging.Codec;

/// <summary>
/// The memory of one decoding: handed out by the library's own allocator, returned at once when it is no longer needed, and never more than
/// a limit at one time, whatever a file makes the decoder ask for.
/// </summary>
internal sealed class DecodingMemory(long limit) : MemoryAllocator
{
    // Of a picture's rows; each piece is counted for itself.
    private const int PieceBytes = 4 << 20;

    // No pool: after a large picture nothing of it is kept.
    private static readonly MemoryAllocator Source = Create(new MemoryAllocatorOptions { MaximumPoolSizeMegabytes = 0 });
    private long _held;

    /// <summary>Bytes that are handed out now.</summary>
    public long Held => Interlocked.Read(ref _held);

    /// <summary>The most bytes that were handed out at one time.</summary>
    public long MostHeld { get; private set; }

    /// <inheritdoc/>
    public override IMemoryOwner<T> Allocate<T>(int length, AllocationOptions options = AllocationOptions.None)
    {
        T one = default;
        var bytes = (long)length * MemoryMarshal.AsBytes(new Span<T>(ref one)).Length;
        var held = Interlocked.Add(ref _held, bytes);
        if (length < 0 || held > limit)
        {
            Interlocked.Add(ref _held, -bytes);
            throw new InvalidMemoryOperationException($"Decoding asked for {held} bytes; at most {limit} are given.");
        }

        MostHeld = Math.Max(MostHeld, held);
        return new Piece<T>(this, Source.Allocate<T>(length, options), bytes);
    }

    /// <inheritdoc/>
    protected override int GetBufferCapacityInBytes() => PieceBytes;

    private sealed class Piece<T>(DecodingMemory memory, IMemoryOwner<T> source, long bytes) : IMemoryOwner<T>
        where T : struct
    {
        private int _isReturned;

        public Memory<T> Memory => source.Memory;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isReturned, 1) == 0)
            {
                source.Dispose();
                Interlocked.Add(ref memory._held, -bytes);
            }
        }
    }
}
