using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Batches;

/// <summary>
/// By how much every image is moved, drawn afresh for every epoch: up to <paramref name="pixels"/> each way, all
/// <c>(2 pixels + 1)^2</c> shifts equally likely (paper, section 3.3). It depends on seed and epoch only, so it needs no place in a checkpoint.
/// </summary>
/// <param name="random">The run's stream.</param>
/// <param name="count">Images.</param>
/// <param name="pixels">Most pixels to the left, right, up or down; 0 is off.</param>
public sealed class Jitter(RandomStream random, int count, int pixels)
{
    private readonly byte[] _shifts = new byte[pixels > 0 ? count : 0];
    private readonly int _places = (2 * pixels) + 1;
    private long _epoch = -1;

    /// <summary>Whether anything is moved at all.</summary>
    public bool IsOn => pixels > 0;

    /// <summary>Draws the shifts of an epoch, unless they are those of last time.</summary>
    public void Begin(long epoch)
    {
        if (!IsOn || epoch == _epoch)
        {
            return;
        }

        _epoch = epoch;
        var stream = random.Fork("jitter", epoch);
        foreach (ref var shift in _shifts.AsSpan())
        {
            shift = (byte)stream.NextInt(_places * _places);
        }
    }

    /// <summary>The shift of one image in the epoch last begun, in pixels; negative is left or up.</summary>
    public (int Right, int Down) Of(int image) => IsOn ? ((_shifts[image] % _places) - pixels, (_shifts[image] / _places) - pixels) : (0, 0);
}
