using System.Numerics.Tensors;
using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Negatives.Hybrids;

/// <summary>
/// Masks with large regions of ones and zeros (paper, section 3.2): random bits, blurred again and again with [1/4, 1/2, 1/4] both
/// ways, edges replicated, then cut at 0.5; single pixels join what is around them. The blur works on [1, 2, 1] without dividing, so that it is exact where floats hold the sums,
/// and the cut is at half of <c>16^blurs</c>.
/// </summary>
/// <param name="width">Locations in a row.</param>
/// <param name="height">Rows of locations.</param>
/// <param name="blurs">How often it is blurred; the more, the larger the regions.</param>
internal sealed class RegionMask(int width, int height, int blurs)
{
    /// <summary>16 to the power of this is still a float.</summary>
    public const int MostBlurs = 30;

    private readonly float _half = MathF.Pow(16, blurs) / 2;

    /// <summary>Draws the bits that a mask is made of, <c>[height * width]</c>.</summary>
    public static void DrawBits(RandomStream random, Span<float> bits)
    {
        for (var start = 0; start < bits.Length; start += 64)
        {
            var word = random.NextUInt64();
            foreach (ref var bit in bits.Slice(start, Math.Min(64, bits.Length - start)))
            {
                bit = word & 1;
                word >>= 1;
            }
        }
    }

    /// <summary>Makes a mask of 0 and 1 out of bits, in place.</summary>
    /// <param name="values">Bits, then the mask: <c>[height * width]</c>.</param>
    /// <param name="scratch">Room for as many values.</param>
    public void Blur(Span<float> values, Span<float> scratch)
    {
        for (var i = 0; i < blurs; i++)
        {
            BlurRows(values, scratch);
            BlurColumns(scratch, values);
        }

        foreach (ref var value in values)
        {
            value = value > _half ? 1 : 0;
        }

        JoinLonelyPixels(values);
    }

    /// <summary>
    /// A pixel unlike all its eight neighbours takes their value. What a blur leaves just beyond the cut makes about one such pixel in a mask;
    /// it is no region. Once over is enough: it was nobody's only friend.
    /// </summary>
    private void JoinLonelyPixels(Span<float> mask)
    {
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                // Nearly every pixel is like the one to its right or its left, which is quick to see.
                var at = (row * width) + column;
                var isLikeRight = column + 1 < width && mask[at + 1] == mask[at];
                var isLikeLeft = column > 0 && mask[at - 1] == mask[at];
                if (!isLikeRight && !isLikeLeft && IsLonely(mask, row, column))
                {
                    mask[at] = 1 - mask[at];
                }
            }
        }
    }

    private bool IsLonely(ReadOnlySpan<float> mask, int row, int column)
    {
        var own = mask[(row * width) + column];
        var same = 0;
        for (var y = Math.Max(0, row - 1); y <= Math.Min(height - 1, row + 1) && same < 2; y++)
        {
            for (var x = Math.Max(0, column - 1); x <= Math.Min(width - 1, column + 1) && same < 2; x++)
            {
                same += mask[(y * width) + x] == own ? 1 : 0;
            }
        }

        // The pixel itself is one of those that have its value.
        return same < 2;
    }

    private void BlurRows(ReadOnlySpan<float> source, Span<float> destination)
    {
        // The picture as one long row: right but for the first and last column, which are done again.
        TensorPrimitives.Add(source[..^2], source[2..], destination[1..^1]);
        TensorPrimitives.MultiplyAdd(source[1..^1], 2f, destination[1..^1], destination[1..^1]);
        for (var row = 0; row < source.Length; row += width)
        {
            var last = row + width - 1;
            destination[row] = (3 * source[row]) + source[Math.Min(row + 1, last)];
            destination[last] = (3 * source[last]) + source[Math.Max(row, last - 1)];
        }
    }

    private void BlurColumns(ReadOnlySpan<float> source, Span<float> destination)
    {
        for (var row = 0; row < height; row++)
        {
            var above = source.Slice(Math.Max(0, row - 1) * width, width);
            var below = source.Slice(Math.Min(height - 1, row + 1) * width, width);
            var blurred = destination.Slice(row * width, width);
            TensorPrimitives.Add(above, below, blurred);
            TensorPrimitives.MultiplyAdd(source.Slice(row * width, width), 2f, blurred, blurred);
        }
    }
}
