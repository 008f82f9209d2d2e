using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace ForwardForward.Numerics.Random;

/// <summary>
/// A reproducible stream of random numbers (xoshiro256**, Blackman and Vigna 2018). Streams for different purposes are forked by name
/// from one seed, so that what one part draws never shifts what another part sees.
/// </summary>
public sealed class RandomStream
{
    private ulong _key;
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Starts a stream; equal seeds give equal streams on every machine.</summary>
    public RandomStream(ulong seed)
    {
        Start(seed);
    }

    /// <summary>A stream of its own for one purpose. It depends on the seed and the name, not on how far this stream has been read.</summary>
    public RandomStream Fork(string name) => new(Mix(_key, Encoding.UTF8.GetBytes(name)));

    /// <summary>A stream of its own for one purpose and one number, such as an epoch.</summary>
    public RandomStream Fork(string name, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        return new RandomStream(Mix(Mix(_key, Encoding.UTF8.GetBytes(name)), bytes));
    }

    /// <summary>Begins anew as the stream that <see cref="Fork(string, long)"/> of another one gives, without a new object.</summary>
    /// <param name="parent">The other stream.</param>
    /// <param name="name">The purpose, in UTF-8.</param>
    /// <param name="number">Its number.</param>
    public void BecomeFork(RandomStream parent, ReadOnlySpan<byte> name, long number)
    {
        ArgumentNullException.ThrowIfNull(parent);
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        Start(Mix(Mix(parent._key, name), bytes));
    }

    /// <summary>The position of the stream as four words, for a checkpoint.</summary>
    public ulong[] SaveState() => [_s0, _s1, _s2, _s3];

    /// <summary>Goes on from a saved position.</summary>
    /// <exception cref="ArgumentException">The state is not four words, or all of them are zero.</exception>
    public void RestoreState(ReadOnlySpan<ulong> state)
    {
        if (state.Length != 4 || (state[0] | state[1] | state[2] | state[3]) == 0)
        {
            throw new ArgumentException($"A random stream's state is four words that are not all zero; got {state.Length} words.", nameof(state));
        }

        (_s0, _s1, _s2, _s3) = (state[0], state[1], state[2], state[3]);
    }

    private void Start(ulong seed)
    {
        _key = seed;
        var state = seed;
        _s0 = SplitMix(ref state);
        _s1 = SplitMix(ref state);
        _s2 = SplitMix(ref state);
        _s3 = SplitMix(ref state);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextUInt64()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1), 24 bits.</summary>
    public float NextSingle() => (NextUInt64() >> 40) * (1f / (1 << 24));

    /// <summary>Uniform in [0, 1), 53 bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1L << 53));

    /// <summary>Uniform in 0 .. <paramref name="exclusiveMaximum"/> - 1, without bias (Lemire 2019).</summary>
    public int NextInt(int exclusiveMaximum)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveMaximum);
        var range = (uint)exclusiveMaximum;
        var product = (ulong)(uint)(NextUInt64() >> 32) * range;
        if ((uint)product < range)
        {
            var threshold = (0u - range) % range;
            while ((uint)product < threshold)
            {
                product = (ulong)(uint)(NextUInt64() >> 32) * range;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>Standard normal (Box and Muller; one of the pair is dropped so that the state stays four words).</summary>
    public double NextNormal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        return radius * Math.Cos(2 * Math.PI * NextDouble());
    }

    /// <summary>Puts the values into a random order (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> values)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var j = NextInt(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    private static ulong Mix(ulong key, ReadOnlySpan<byte> bytes)
    {
        var hash = key ^ 0xcbf29ce484222325;
        foreach (var value in bytes)
        {
            hash = (hash ^ value) * 0x100000001b3;
        }

        return SplitMix(ref hash);
    }

    private static ulong SplitMix(ref ulong state)
    {
        var z = state += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
}
