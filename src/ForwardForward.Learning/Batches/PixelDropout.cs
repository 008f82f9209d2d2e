using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Batches;

/// <summary>
/// Which pixels of an image a step leaves out, drawn afresh in every step (Hinton et al., "Improving neural networks by preventing co-adaptation of
/// feature detectors", arXiv:1207.0580). All rows of an image miss the same ones, so that only the label tells a positive row from its negatives. What
/// is left is not made stronger in return: rows are normalised anyway. It depends on seed, step and row only, so it needs no place in a checkpoint.
/// </summary>
/// <param name="random">The run's stream.</param>
/// <param name="share">Probability of leaving a pixel out, from 0, which is off, to below 1.</param>
public sealed class PixelDropout(RandomStream random, float share)
{
    private readonly RandomStream _stream = random.Fork("pixel-dropout");

    /// <summary>Whether anything is left out at all.</summary>
    public bool IsOn => share > 0;

    /// <summary>Leaves pixels of one image out.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <param name="row">The image's place in the batch.</param>
    /// <param name="pixels">Its pixels, label pixels left out.</param>
    public void Apply(long step, int row, Span<float> pixels)
    {
        if (!IsOn)
        {
            return;
        }

        var stream = _stream.Fork("step", step).Fork("row", row);
        foreach (ref var pixel in pixels)
        {
            pixel = stream.NextSingle() < share ? 0 : pixel;
        }
    }
}
