using System.Numerics.Tensors;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Recurrent;

/// <summary>
/// Total input of a hidden layer from what comes up, what comes down and its biases: <c>z = s up + t down + b</c>, rectified if the epilogue
/// says so, <c>[rows, units]</c>; s and t are what normalises the activities below and above.
/// </summary>
internal readonly struct TotalInputJob : IPieceJob
{
    private const int RowsPerPiece = 8;

    /// <summary>Input from below; row <c>r</c> takes row <c>r mod rows</c> of it.</summary>
    public required MatrixView Up { get; init; }

    /// <summary>What normalises it, for every row; null where it is normalised already.</summary>
    public float[]? UpScales { get; init; }

    /// <summary>Input from above: row <c>r mod rows</c>, or that of every label when there are codes; null for none.</summary>
    public MatrixView? Down { get; init; }

    /// <summary>What normalises it, likewise.</summary>
    public float[]? DownScales { get; init; }

    /// <summary>Label of every row when the input from above is a label's; else empty.</summary>
    public ReadOnlyMemory<byte> Codes { get; init; }

    /// <summary>Biases, <c>[units]</c>.</summary>
    public required float[] Biases { get; init; }

    /// <summary>Linear or rectified.</summary>
    public required ForwardEpilogue Epilogue { get; init; }

    /// <summary>Destination, <c>[rows, units]</c>.</summary>
    public required MatrixView TotalInput { get; init; }

    /// <summary>Does all rows.</summary>
    public void Share(Workers workers) => workers.Run(this, (TotalInput.Rows + RowsPerPiece - 1) / RowsPerPiece);

    public void Run(int piece)
    {
        var end = Math.Min(TotalInput.Rows, (piece + 1) * RowsPerPiece);
        for (var row = piece * RowsPerPiece; row < end; row++)
        {
            var z = TotalInput.Row(row);
            TensorPrimitives.MultiplyAdd(Up.Row(row % Up.Rows), UpScales is null ? 1 : UpScales[row], Biases, z);
            if (Down is { } down)
            {
                TensorPrimitives.MultiplyAdd(down.Row(Codes.IsEmpty ? row % down.Rows : Codes.Span[row]), DownScales is null ? 1 : DownScales[row], z, z);
            }

            if (Epilogue == ForwardEpilogue.Relu)
            {
                TensorPrimitives.Max(z, 0f, z);
            }
        }
    }
}
