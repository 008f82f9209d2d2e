using System.Numerics.Tensors;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Layers;

/// <summary>
/// Total input of the first layer from what its rows share and what they do not:
/// <c>z[i] = scales[i] (imageProducts[i] + labelInputs[codes[i]]) + b</c>, rectified if the epilogue says so: <c>[rows, units]</c>.
/// </summary>
internal readonly struct LabelInputJob : IPieceJob
{
    private const int RowsPerPiece = 8;

    /// <summary><c>image W_image</c> of every row, <c>[rows, units]</c>; may be <see cref="TotalInput"/>.</summary>
    public required MatrixView ImageProducts { get; init; }

    /// <summary>Input from the label pixels for every code: <see cref="LabelledImageLayer.LabelInputs"/>.</summary>
    public required MatrixView LabelInputs { get; init; }

    /// <summary>The label of every row, <c>[rows]</c>.</summary>
    public required ReadOnlyMemory<byte> Codes { get; init; }

    /// <summary>What normalises every row, <c>[rows]</c>.</summary>
    public required ReadOnlyMemory<float> Scales { get; init; }

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
            TensorPrimitives.Add(ImageProducts.Row(row), LabelInputs.Row(Codes.Span[row]), z);
            TensorPrimitives.MultiplyAdd(z, Scales.Span[row], Biases, z);
            if (Epilogue == ForwardEpilogue.Relu)
            {
                TensorPrimitives.Max(z, 0f, z);
            }
        }
    }
}
