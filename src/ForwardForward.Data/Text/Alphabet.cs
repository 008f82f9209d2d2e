namespace ForwardForward.Data.Text;

/// <summary>The characters that a text is written in; a symbol is an index into them. Immutable.</summary>
public sealed class Alphabet
{
    /// <summary>A symbol is a byte, so there are at most so many characters.</summary>
    public const int MostCharacters = 256;

    private readonly Dictionary<char, byte> _symbols = [];

    /// <summary>Takes characters in the order of their symbols.</summary>
    /// <exception cref="ArgumentException">There are none or too many, or one occurs twice.</exception>
    public Alphabet(string characters)
    {
        if (characters.Length is < 1 or > MostCharacters)
        {
            throw new ArgumentException($"An alphabet has 1 to {MostCharacters} characters; got {characters.Length}.", nameof(characters));
        }

        Characters = characters;
        foreach (var character in characters)
        {
            if (!_symbols.TryAdd(character, (byte)_symbols.Count))
            {
                throw new ArgumentException($"An alphabet has every character once; it has '{character}' twice.", nameof(characters));
            }
        }
    }

    /// <summary>All characters, in the order of their symbols.</summary>
    public string Characters { get; }

    /// <summary>How many there are.</summary>
    public int Count => Characters.Length;

    /// <summary>The symbols of a text, <c>[length]</c>.</summary>
    /// <exception cref="ArgumentException">A character is not in the alphabet; the message names it and its position.</exception>
    public byte[] Encode(string text)
    {
        var symbols = new byte[text.Length];
        for (var i = 0; i < symbols.Length; i++)
        {
            symbols[i] = _symbols.TryGetValue(text[i], out var symbol)
                ? symbol
                : throw new ArgumentException($"The character '{text[i]}' at position {i} is not in the alphabet \"{Characters}\".", nameof(text));
        }

        return symbols;
    }

    /// <summary>The text of some symbols.</summary>
    /// <exception cref="ArgumentException">A symbol is not below <see cref="Count"/>.</exception>
    public string Decode(ReadOnlySpan<byte> symbols)
    {
        var text = new char[symbols.Length];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = symbols[i] < Count
                ? Characters[symbols[i]]
                : throw new ArgumentException($"Symbols are 0 to {Count - 1}; there is a {symbols[i]} at position {i}.", nameof(symbols));
        }

        return new string(text);
    }
}
