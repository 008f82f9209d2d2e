using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Batches;

/// <summary>
/// Which pixels of an image a step leaves out, each with all its channels, drawn afresh in every step (Hinton et al., "Improving neural networks by preventing co-adaptation of
/// feature detectors", arXiv:1207.0580). All rows of an image miss the same ones, so that only the label, or the hybrid, tells a positive row from
/// its negatives. What is left is not made stronger in return: rows are normalised anyway. It depends on seed, step and row only, so it needs no
/// place in a checkpoint.
/// </summary>
/// <param name="random">The run's stream.</param>
/// <param name="rows">Images of a batch.</param>
/// <param name="share">Probability of leaving a pixel out, from 0, which is off, to below 1.</param>
/// <param name="channels">Values of a pixel.</param>
public sealed class PixelDropout(RandomStream random, int rows, float share, int channels = 1)
{
    private readonly RandomStream _stream = random.Fork("pixel-dropout");
    private readonly RandomStream _step = new(0);
    private readonly RandomStream[] _rows = [.. Enumerable.Range(0, share > 0 ? rows : 0).Select(_ => new RandomStream(0))];

    /// <summary>Whether anything is left out at all.</summary>
    public bool IsOn => share > 0;

    /// <summary>Refuses a share that cannot be left out.</summary>
    /// <exception cref="ArgumentException">It is below 0, 1 or more, or no number.</exception>
    public static void Check(float share)
    {
        if (!(share is >= 0 and < 1))
        {
            throw new ArgumentException($"From 0 to below 1 of the pixels may be left out; got {share}.", nameof(share));
        }
    }

    /// <summary>Turns to a step, from 0.</summary>
    public void Begin(long step) => _step.BecomeFork(_stream, "step"u8, step);

    /// <summary>Leaves pixels of one image out, as the step last begun has it; rows may be done side by side.</summary>
    /// <param name="row">The image's place in the batch.</param>
    /// <param name="values">Its values, label pixels left out.</param>
    /// <param name="first">How many values of the image come before them: the label pixels.</param>
    public void Apply(int row, Span<float> values, int first = 0)
    {
        if (!IsOn)
        {
            return;
        }

        var stream = _rows[row];
        stream.BecomeFork(_step, "row"u8, row);
        for (int start = 0, end = channels - (first % channels); start < values.Length; start = end, end += channels)
        {
            if (stream.NextSingle() < share)
            {
                values[start..Math.Min(end, values.Length)].Clear();
            }
        }
    }
}
