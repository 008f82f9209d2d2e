namespace ForwardForward.Frames.Tests;

public sealed class ReadingQueryTests
{
    private static readonly ReadingInfo Fields = new("receptive-fields", "Receptive fields", "What each unit looks for.", FrameKind.Image)
    {
        Layers = [new("layer 1", 500, new(28, 28)), new("layer 2", 20)],
        MostTiles = 100,
        IsKept = true,
    };

    private static readonly ReadingInfo Settling = new("settling", "Settling", "How labels fare.", FrameKind.Series) { Items = 10 };

    [Fact]
    public void WhatCanBeAnsweredHasNoProblem()
    {
        Assert.Null(default(ReadingQuery).ProblemFor(Fields));
        Assert.Null(default(ReadingQuery).ProblemFor(Settling));
        Assert.Null(new ReadingQuery(1, 19, 100, Step: 5).ProblemFor(Fields));
        Assert.Null(new ReadingQuery(Item: 9).ProblemFor(Settling));
    }

    [Theory]
    [InlineData("layer=2", "layer is 2; receptive-fields has layers 0 to 1.")]
    [InlineData("layer=1&first=20", "first is 20; layer 2 has units 0 to 19.")]
    [InlineData("count=0", "count is 0; it must be 1 or more.")]
    [InlineData("count=101", "count is 101; receptive-fields shows at most 100 at once.")]
    [InlineData("item=1", "receptive-fields has no examples to choose from; leave item out.")]
    public void AskingReceptiveFieldsInVain(string query, string sentence) => Assert.Equal(sentence, Query(query).ProblemFor(Fields));

    [Theory]
    [InlineData("layer=0", "settling is of the whole network; leave layer out.")]
    [InlineData("count=3", "settling is shown whole; leave first and count out.")]
    [InlineData("item=10", "item is 10; settling has examples 0 to 9.")]
    [InlineData("step=7", "settling is not kept of the past; leave step out.")]
    public void AskingHowItSettlesInVain(string query, string sentence) => Assert.Equal(sentence, Query(query).ProblemFor(Settling));

    [Theory]
    [InlineData("layer=-1", "layer is \"-1\"; it must be a whole number from 0 to 2147483647.")]
    [InlineData("first=ten", "first is \"ten\"; it must be a whole number from 0 to 2147483647.")]
    [InlineData("step=99999999999999999999", "step is \"99999999999999999999\"; it must be a whole number from 0 to 9007199254740992.")]
    public void WhatIsNoNumberIsNotRead(string query, string sentence) => Assert.Equal(sentence, Read(query, out _));

    [Fact]
    public void EverythingInALinkIsRead()
    {
        Assert.Null(Read("layer=1&first=2&count=3&item=4&step=5&other=x", out var query));
        Assert.Equal(new ReadingQuery(1, 2, 3, 4, 5), query);
    }

    private static ReadingQuery Query(string text)
    {
        Assert.Null(Read(text, out var query));
        return query;
    }

    private static string? Read(string text, out ReadingQuery query)
    {
        var values = text.Split('&').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);
        return ReadingQuery.Read(values.GetValueOrDefault, out query);
    }
}
