using System.Runtime.InteropServices;

namespace ForwardForward.Numerics;

/// <summary>Scratch memory that grows to the largest size ever asked for and is then reused.</summary>
internal sealed unsafe class NativeBuffer : IDisposable
{
    private const nuint Alignment = 64;
    private float* _data;
    private long _length;

    ~NativeBuffer() => Free();

    /// <summary>What was reserved last.</summary>
    public float* Data => _data;

    /// <summary>At least so many floats, aligned to 64 bytes; what was in them is lost when the buffer grows.</summary>
    public float* Reserve(long floats)
    {
        if (floats > _length || _data == null)
        {
            Free();
            var bytes = Math.Max(1, floats) * sizeof(float);
            _data = (float*)NativeMemory.AlignedAlloc((nuint)bytes, Alignment);
            _length = floats;
            GC.AddMemoryPressure(bytes);
        }

        return _data;
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_data != null)
        {
            NativeMemory.AlignedFree(_data);
            GC.RemoveMemoryPressure(Math.Max(1, _length) * sizeof(float));
            _data = null;
            _length = 0;
        }
    }
}
