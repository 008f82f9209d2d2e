namespace ForwardForward.Data.Text;

/// <summary>
/// Character sequences as symbols of an alphabet, each of a length of its own. It may hold none at all: then it describes what sequences there
/// would be. Immutable once made.
/// </summary>
public sealed class TextSet
{
    private readonly byte[][] _sequences;

    /// <summary>Takes over sequences of symbols.</summary>
    /// <param name="alphabet">What they are written in.</param>
    /// <param name="sequences">The sequences, <c>[count][length]</c>.</param>
    /// <exception cref="ArgumentException">A sequence is empty, or has a symbol that the alphabet has not.</exception>
    public TextSet(Alphabet alphabet, IEnumerable<byte[]> sequences)
    {
        (Alphabet, _sequences) = (alphabet, [.. sequences]);
        for (var i = 0; i < _sequences.Length; i++)
        {
            if (_sequences[i].Length == 0)
            {
                throw new ArgumentException($"Sequence {i} is empty; a sequence has at least one symbol.", nameof(sequences));
            }

            var wrong = _sequences[i].AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)(alphabet.Count - 1));
            if (wrong >= 0)
            {
                throw new ArgumentException(
                    $"Symbols must be 0 to {alphabet.Count - 1}, one for each character; sequence {i} has a {_sequences[i][wrong]} at position {wrong}.", nameof(sequences));
            }
        }
    }

    /// <summary>What the sequences are written in.</summary>
    public Alphabet Alphabet { get; }

    /// <summary>How many sequences there are.</summary>
    public int Count => _sequences.Length;

    /// <summary>What sequences there would be, and none of them.</summary>
    public static TextSet Described(Alphabet alphabet) => new(alphabet, []);

    /// <summary>Texts as sequences of symbols.</summary>
    /// <exception cref="ArgumentException">A text is empty, or has a character that the alphabet has not.</exception>
    public static TextSet Of(Alphabet alphabet, IEnumerable<string> texts) => new(alphabet, texts.Select(alphabet.Encode));

    /// <summary>One sequence of symbols, <c>[length]</c>.</summary>
    public ReadOnlySpan<byte> Sequence(int index) => _sequences[index];

    /// <summary>The sequences from <paramref name="start"/> on.</summary>
    public TextSet Slice(int start, int count) => new(Alphabet, _sequences.AsSpan(start, count).ToArray());
}
