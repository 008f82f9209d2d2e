using System.Runtime.CompilerServices;

namespace ForwardForward.Numerics.Gemm.Kernels;

/// <summary>
/// Lines of the right operand that will be wanted next, asked for one after the other while a tile is multiplied: all at once they would
/// hold up the loads of the tile.
/// </summary>
/// <param name="start">First value of the stretch, which lies in blocks of <see cref="BlockLines"/> lines.</param>
/// <param name="blockStride">Floats from one block to the next.</param>
/// <param name="firstLine">First line of this tile's share.</param>
/// <param name="lines">Lines of a group of <see cref="GroupSteps"/> steps; 0 asks for nothing.</param>
internal readonly unsafe struct PrefetchPlan(float* start, nint blockStride, int firstLine, int lines)
{
    /// <summary>Lines that follow one another: 32 rows of a panel, which is what a transposed operand finds side by side.</summary>
    public const int BlockLines = Panel.Width * Panel.Width / Prefetching.LineFloats;

    /// <summary>Steps of the inner index between one group of lines and the next.</summary>
    public const int GroupSteps = 4;

    private readonly float* _start = start;
    private readonly nint _blockStride = blockStride;
    private readonly int _firstLine = firstLine;
    private readonly int _lines = lines;

    /// <summary>The <paramref name="part"/>-th of <paramref name="parts"/> shares of <paramref name="depth"/> steps of a panel.</summary>
    public static PrefetchPlan ShareOf(float* start, nint blockStride, int depth, int part, int parts)
    {
        var total = depth * (Panel.Width / Prefetching.LineFloats);
        var groups = (depth + GroupSteps - 1) / GroupSteps;
        var lines = (total + (groups * parts) - 1) / Math.Max(1, groups * parts);
        var first = part * groups * lines;
        return first < total ? new PrefetchPlan(start, blockStride, first, lines) : default;
    }

    /// <summary>Asks for the lines of one group, into the second level.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Ask(nint group)
    {
        for (var i = 0; i < _lines; i++)
        {
            var line = _firstLine + (group * _lines) + i;
            Prefetching.Far(_start + (line / BlockLines * _blockStride) + (line % BlockLines * Prefetching.LineFloats));
        }
    }
}
