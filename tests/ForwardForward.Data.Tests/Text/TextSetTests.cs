using ForwardForward.Data.Text;

namespace ForwardForward.Data.Tests.Text;

public sealed class TextSetTests
{
    private static readonly Alphabet Letters = new("abc .");

    [Fact]
    public void TextsBecomeSymbolsAndTextsAgain()
    {
        var texts = TextSet.Of(Letters, ["a cab.", "bb"]);

        Assert.Equal(2, texts.Count);
        Assert.Equal([0, 3, 2, 0, 1, 4], texts.Sequence(0).ToArray());
        Assert.Equal("bb", Letters.Decode(texts.Sequence(1)));
        Assert.Equal("bb", Letters.Decode(texts.Slice(1, 1).Sequence(0)));
        Assert.Equal(0, TextSet.Described(Letters).Count);
    }

    [Fact]
    public void WhatTheAlphabetHasNotIsRefusedByName()
    {
        Assert.StartsWith("The character 'd' at position 2 is not in the alphabet \"abc .\".", Refusal(() => Letters.Encode("abd")), StringComparison.Ordinal);
        Assert.StartsWith("Symbols are 0 to 4; there is a 5 at position 1.", Refusal(() => Letters.Decode([0, 5])), StringComparison.Ordinal);
        Assert.StartsWith(
            "Symbols must be 0 to 4, one for each character; sequence 1 has a 9 at position 0.", Refusal(() => new TextSet(Letters, [[0], [9]])), StringComparison.Ordinal);
        Assert.StartsWith("Sequence 0 is empty; a sequence has at least one symbol.", Refusal(() => TextSet.Of(Letters, [""])), StringComparison.Ordinal);
    }

    [Fact]
    public void AnAlphabetHasEveryCharacterOnce()
    {
        Assert.StartsWith("An alphabet has every character once; it has 'a' twice.", Refusal(() => new Alphabet("aba")), StringComparison.Ordinal);
        Assert.StartsWith("An alphabet has 1 to 256 characters; got 0.", Refusal(() => new Alphabet("")), StringComparison.Ordinal);
    }

    private static string Refusal(Func<object> action) => Assert.Throws<ArgumentException>(action).Message;
}
