namespace ForwardForward.Numerics.Gemm.Kernels;

/// <summary>
/// Right operands are kept in panels of 32 columns: all steps of the inner index for columns 0-31, then for 32-63, and so on, the last
/// panel filled up with zeros. A kernel reads a panel from front to back.
/// </summary>
internal static class Panel
{
    /// <summary>Columns of a panel.</summary>
    public const int Width = 32;

    /// <summary>Panels that hold so many columns.</summary>
    public static int CountFor(int columns) => (columns + Width - 1) / Width;

    /// <summary>Columns of one panel that are in use.</summary>
    public static int ColumnsOf(int panel, int columns) => Math.Min(Width, columns - (panel * Width));
}
