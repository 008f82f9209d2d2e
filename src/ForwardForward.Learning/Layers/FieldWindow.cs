using System.Numerics.Tensors;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Layers;

/// <summary>A square of places: which values of a map a local receptive field sees.</summary>
/// <param name="Map">How the values lie in the picture.</param>
/// <param name="Size">Places along a side.</param>
/// <param name="Left">First column of places.</param>
/// <param name="Top">First row of places.</param>
internal readonly record struct FieldWindow(FieldMap Map, int Size, int Left, int Top)
{
    private int RunLength => Size * Map.Channels;

    /// <summary>Takes the values of the window out of all values: <c>[map values] -> [size * size * channels]</c>.</summary>
    public void Gather(ReadOnlySpan<float> all, Span<float> seen)
    {
        for (var row = 0; row < Size; row++)
        {
            all.Slice(Start(row), RunLength).CopyTo(seen[(row * RunLength)..]);
        }
    }

    /// <summary>Adds the values of the window to those of the map: <c>[size * size * channels] -> [map values]</c>.</summary>
    public void Add(ReadOnlySpan<float> seen, Span<float> all)
    {
        for (var row = 0; row < Size; row++)
        {
            var run = all.Slice(Start(row), RunLength);
            TensorPrimitives.Add(run, seen.Slice(row * RunLength, RunLength), run);
        }
    }

    private int Start(int row) => (((Top + row) * Map.Width) + Left) * Map.Channels;
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
