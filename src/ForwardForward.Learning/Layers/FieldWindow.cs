using System.Numerics.Tensors;
using ForwardForward.Frames;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Layers;

/// <summary>
/// A square of locations: which values of a map a local receptive field sees. What reaches beyond the map is padding, which is zero.
/// </summary>
/// <param name="Map">How the values lie in the picture.</param>
/// <param name="Size">Locations along a side.</param>
/// <param name="Left">First column of locations; negative in padding.</param>
/// <param name="Top">First row of locations; negative in padding.</param>
internal readonly record struct FieldWindow(ImageShape Map, int Size, int Left, int Top)
{
    /// <summary>Locations of the window that lie within the map.</summary>
    public int LocationsInside =>
        Math.Max(0, Math.Min(Map.Width, Left + Size) - Math.Max(0, Left)) * Math.Max(0, Math.Min(Map.Height, Top + Size) - Math.Max(0, Top));

    private int RunLength => Size * Map.Channels;

    // Of every row of the window: what comes before the map, and what lies in it.
    private int Before => Math.Max(0, -Left) * Map.Channels;

    private int Inside => Math.Max(0, Math.Min(Map.Width, Left + Size) - Math.Max(0, Left)) * Map.Channels;

    /// <summary>Takes the values of the window out of all values: <c>[map values] -> [size * size * channels]</c>.</summary>
    public void Gather(ReadOnlySpan<float> all, Span<float> seen)
    {
        if (Inside < RunLength || Top < 0 || Top + Size > Map.Height)
        {
            seen.Clear();
        }

        for (var row = Math.Max(0, -Top); row < Math.Min(Size, Map.Height - Top); row++)
        {
            all.Slice(Start(row), Inside).CopyTo(seen[((row * RunLength) + Before)..]);
        }
    }

    /// <summary>Adds the values of the window to those of the map: <c>[size * size * channels] -> [map values]</c>; those of padding are dropped.</summary>
    public void Add(ReadOnlySpan<float> seen, Span<float> all)
    {
        for (var row = Math.Max(0, -Top); row < Math.Min(Size, Map.Height - Top); row++)
        {
            var run = all.Slice(Start(row), Inside);
            TensorPrimitives.Add(run, seen.Slice((row * RunLength) + Before, Inside), run);
        }
    }

    private int Start(int row) => Map.At(Top + row, Math.Max(0, Left));
}

/// <summary>Takes a window out of every row of a batch.</summary>
internal readonly struct FieldGathering : IPieceJob
{
    private const int RowsPerPiece = 16;

    /// <summary>Which values.</summary>
    public required FieldWindow Window { get; init; }

    /// <summary>All values, <c>[rows, map values]</c>.</summary>
    public required MatrixView Source { get; init; }

    /// <summary>Those of the window, <c>[rows, size * size * channels]</c>.</summary>
    public required MatrixView Destination { get; init; }

    /// <summary>Does all rows.</summary>
    public void Share(Workers workers) => workers.Run(this, (Source.Rows + RowsPerPiece - 1) / RowsPerPiece);

    public void Run(int piece)
    {
        var end = Math.Min(Source.Rows, (piece + 1) * RowsPerPiece);
        for (var row = piece * RowsPerPiece; row < end; row++)
        {
            Window.Gather(Source.Row(row), Destination.Row(row));
        }
    }
}
