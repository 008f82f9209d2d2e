using System.Numerics.Tensors;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Recurrent;

/// <summary>
/// Total input of a hidden layer from what comes up, what comes down and its biases: <c>z = up + down + b</c>, rectified if the epilogue says
/// so, <c>[rows, units]</c>.
/// </summary>
internal readonly struct InputJoining : IPieceJob
{
    private const int RowsPerPiece = 8;

    /// <summary>Input from below; row <c>r</c> takes row <c>r mod rows</c> of it. May be <see cref="TotalInput"/>.</summary>
    public required MatrixView Up { get; init; }

    /// <summary>Input from above: of every row, or of every label when there are codes; null for none.</summary>
    public MatrixView? Down { get; init; }

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
            TensorPrimitives.Add(Up.Row(row % Up.Rows), Biases, z);
            if (Down is { } down)
            {
                TensorPrimitives.Add(z, down.Row(Codes.IsEmpty ? row : Codes.Span[row]), z);
            }

            if (Epilogue == ForwardEpilogue.Relu)
            {
                TensorPrimitives.Max(z, 0f, z);
            }
        }
    }
}
