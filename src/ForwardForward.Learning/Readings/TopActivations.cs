using System.Numerics.Tensors;
using ForwardForward.Data.Images;
using ForwardForward.Learning.Batches;

namespace ForwardForward.Learning.Readings;

/// <summary>
/// What excites units: the other way to see what they look for. A chain of weights leaves rectifying and normalising out; the images that a
/// unit answers most loudly leave nothing out, but show only what the set has.
/// </summary>
public static class TopActivations
{
    /// <summary>The images that excite each of some units most, loudest first; images that a unit is silent to are left out.</summary>
    /// <param name="reader">The layer.</param>
    /// <param name="images">The images that are tried.</param>
    /// <param name="firstUnit">Position of the first unit, in the order of viewers.</param>
    /// <param name="units">Units.</param>
    /// <param name="count">Images for each, at most.</param>
    public static TopActivation[][] Find(IActivationReader reader, ImageSet images, int firstUnit, int units, int count)
    {
        var loudest = new PriorityQueue<TopActivation, (float, int)>[units];
        for (var i = 0; i < units; i++)
        {
            loudest[i] = new PriorityQueue<TopActivation, (float, int)>(count + 1);
        }

        for (var first = 0; first < images.Count; first += reader.Capacity)
        {
            var rows = reader.Read(images, first, Math.Min(reader.Capacity, images.Count - first));
            for (var i = 0; i < units; i++)
            {
                var unit = reader.UnitShownAt(firstUnit + i);
                for (var row = 0; row < rows.Rows; row++)
                {
                    Offer(loudest[i], new TopActivation(first + row, rows[row, unit]), count);
                }
            }
        }

        return Array.ConvertAll(loudest, Sorted);
    }

    /// <summary>
    /// The mean of the images that excite each unit most, weighted by its activity, less the mean of all images: ink that it wants is
    /// positive, ink that it does without is negative. Zeros for a unit that is silent to all. <c>[units, height, width, channels]</c>.
    /// </summary>
    public static void Average(ImageSet images, TopActivation[][] found, Span<float> destination)
    {
        var pixels = images.Shape.Values;
        var (picture, mean) = (new float[pixels], new float[pixels]);
        for (var i = 0; i < images.Count; i++)
        {
            Ink.ToShares(images.Image(i), picture);
            TensorPrimitives.MultiplyAdd(picture, 1f / images.Count, mean, mean);
        }

        for (var unit = 0; unit < found.Length; unit++)
        {
            var average = destination.Slice(unit * pixels, pixels);
            average.Clear();
            var sum = found[unit].Sum(input => input.Activity);
            foreach (var input in found[unit])
            {
                Ink.ToShares(images.Image(input.Index), picture);
                TensorPrimitives.MultiplyAdd(picture, input.Activity / sum, average, average);
            }

            if (found[unit].Length > 0)
            {
                TensorPrimitives.Subtract(average, mean, average);
            }
        }
    }

    // The quietest of those kept comes out first; of equals the later image.
    private static void Offer(PriorityQueue<TopActivation, (float, int)> kept, TopActivation input, int count)
    {
        if (!(input.Activity > 0))
        {
            return;
        }

        kept.Enqueue(input, (input.Activity, -input.Index));
        if (kept.Count > count)
        {
            kept.Dequeue();
        }
    }

    private static TopActivation[] Sorted(PriorityQueue<TopActivation, (float, int)> kept) =>
        [.. kept.UnorderedItems.Select(item => item.Element).OrderByDescending(input => input.Activity).ThenBy(input => input.Index)];
}
