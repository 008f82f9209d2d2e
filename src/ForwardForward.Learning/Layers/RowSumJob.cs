using System.Numerics.Tensors;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Threading;

namespace ForwardForward.Learning.Layers;

/// <summary>
/// All rows of an image multiply the same pixels, so their derivatives are added up before the product:
/// <c>joined[i] = sum over rows r of image i of scales[r] dz[r]</c>, <c>[rows, units] -> [images, units]</c>; row <c>r</c> shows image
/// <c>r mod images</c>.
/// </summary>
internal readonly struct RowSumJob : IPieceJob
{
    private const int ImagesPerPiece = 8;

    /// <summary>Derivatives of every row, <c>[rows, units]</c>.</summary>
    public required MatrixView Dz { get; init; }

    /// <summary>What normalised every row, <c>[rows]</c> or more.</summary>
    public required float[] Scales { get; init; }

    /// <summary>Destination, <c>[images, units]</c>.</summary>
    public required MatrixView Joined { get; init; }

    /// <summary>Does all images.</summary>
    public void Share(Workers workers) => workers.Run(this, (Joined.Rows + ImagesPerPiece - 1) / ImagesPerPiece);

    public void Run(int piece)
    {
        var end = Math.Min(Joined.Rows, (piece + 1) * ImagesPerPiece);
        for (var image = piece * ImagesPerPiece; image < end; image++)
        {
            var joined = Joined.Row(image);
            TensorPrimitives.Multiply(Dz.Row(image), Scales[image], joined);
            for (var row = image + Joined.Rows; row < Dz.Rows; row += Joined.Rows)
            {
                TensorPrimitives.MultiplyAdd(Dz.Row(row), Scales[row], joined, joined);
            }
        }
    }
}
