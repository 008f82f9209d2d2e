using System.Runtime.CompilerServices;
using ForwardForward.Numerics.Gemm.Kernels;

namespace ForwardForward.Numerics.Sparse;

/// <summary>
/// The weights of the next block, asked for little by little while this one is walked: non-zeros come in no order that a processor
/// could foresee.
/// </summary>
/// <param name="start">First weight of the next block; null for none.</param>
/// <param name="panelStride">Floats from one panel to the next.</param>
/// <param name="depth">Steps of the next block.</param>
/// <param name="panels">Panels of the group of columns.</param>
/// <param name="units">Units over which this is spread.</param>
internal readonly unsafe struct WeightsAhead(float* start, nint panelStride, int depth, int panels, int units)
{
    private readonly float* _start = start;
    private readonly nint _panelStride = panelStride;
    private readonly int _panels = panels;
    private readonly int _lines = start == null ? 0 : depth * (Panel.Width / Prefetching.LineFloats);
    private readonly int _linesPerUnit = ((depth * (Panel.Width / Prefetching.LineFloats)) + units - 1) / Math.Max(1, units);

    /// <summary>Asks for the share of one unit, counted from 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Ask(int unit)
    {
        var end = Math.Min(_lines, (unit + 1) * _linesPerUnit);
        for (var line = unit * _linesPerUnit; line < end; line++)
        {
            for (var panel = 0; panel < _panels; panel++)
            {
                Prefetching.Far(_start + (panel * _panelStride) + (line * Prefetching.LineFloats));
            }
        }
    }
}
