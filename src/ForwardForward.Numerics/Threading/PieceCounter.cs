using System.Runtime.InteropServices;

namespace ForwardForward.Numerics.Threading;

/// <summary>Hands out the pieces of a loop one by one; alone on its cache lines.</summary>
[StructLayout(LayoutKind.Explicit, Size = 192)]
internal struct PieceCounter
{
    [FieldOffset(64)]
    private int _next;

    [FieldOffset(68)]
    private int _count;

    public void Reset(int count)
    {
        _next = 0;
        Volatile.Write(ref _count, count);
    }

    public bool TryTake(out int piece)
    {
        var count = Volatile.Read(ref _count);
        piece = Volatile.Read(ref _next) < count ? Interlocked.Increment(ref _next) - 1 : count;
        return piece < count;
    }

    public void Cancel() => Volatile.Write(ref _count, 0);
}
