using ForwardForward.Numerics.Random;

namespace ForwardForward.Learning.Batches;

/// <summary>The order of the images, new for every epoch. It depends on seed and epoch only, so it needs no place in a checkpoint.</summary>
/// <param name="random">The run's stream.</param>
/// <param name="count">Images.</param>
/// <param name="batchSize">Images of a batch; the images of an incomplete last batch sit this epoch out.</param>
public sealed class EpochOrder(RandomStream random, int count, int batchSize)
{
    private readonly int[] _order = new int[count];
    private long _epoch = -1;

    /// <summary>Batches of an epoch.</summary>
    public int StepsPerEpoch { get; } = count / batchSize;

    /// <summary>Numbers of the images of one step, <c>[batchSize]</c>.</summary>
    public ReadOnlySpan<int> Batch(long step)
    {
        if (step / StepsPerEpoch != _epoch)
        {
            _epoch = step / StepsPerEpoch;
            for (var i = 0; i < _order.Length; i++)
            {
                _order[i] = i;
            }

            random.Fork("order", _epoch).Shuffle(_order.AsSpan());
        }

        return _order.AsSpan((int)(step % StepsPerEpoch) * batchSize, batchSize);
    }
}
