using System.Runtime.InteropServices;

namespace ForwardForward.Numerics.Threading;

/// <summary>
/// The door of one shared loop: threads enter while it is open, and the caller goes on when it is closed and nobody is inside, so that a
/// thread that wakes too late is never waited for. Bits 0-30 count who is inside, bit 31 says open, the rest numbers the loops.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 192)]
internal struct TeamGate
{
    private const long OpenBit = 1L << 31;
    private const long InsideMask = OpenBit - 1;
    private const long NextLoop = 1L << 32;

    [FieldOffset(64)]
    private long _state;

    public bool IsOpen => (Volatile.Read(ref _state) & OpenBit) != 0;

    public bool IsEmpty => (Volatile.Read(ref _state) & InsideMask) == 0;

    public long Loop => Volatile.Read(ref _state) >> 32;

    public void Open() => Interlocked.Add(ref _state, NextLoop | OpenBit);

    public void Close() => Interlocked.And(ref _state, ~OpenBit);

    public bool TryEnter()
    {
        while (true)
        {
            var seen = Volatile.Read(ref _state);
            if ((seen & OpenBit) == 0)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _state, seen + 1, seen) == seen)
            {
                return true;
            }
        }
    }

    /// <summary>True when the leaver was the last one inside a closed gate.</summary>
    public bool Leave() => (Interlocked.Decrement(ref _state) & (OpenBit | InsideMask)) == 0;
}
