using System.Text.RegularExpressions;
using ForwardForward.Data;
using ForwardForward.Learning.Strategies;

namespace ForwardForward.Learning.Tests.Strategies;

public sealed partial class CatalogTests
{
    private static readonly IStrategy[] Everything =
    [
        .. Catalogs.Goodness.All, .. Catalogs.Losses.All, .. Catalogs.Activations.All, .. Catalogs.NegativeLabels.All, .. Catalogs.Schedules.All,
    ];

    private interface IColour : IStrategy;

    [Fact]
    public void WhatTheDesignNamesIsThere()
    {
        Assert.Equal(["negative-sum-of-squares", "sum-of-activities", "sum-of-squares"], Catalogs.Goodness.Names);
        Assert.Equal(["logistic", "symba", "symba-swish"], Catalogs.Losses.Names);
        Assert.Equal(["leaky-relu", "relu", "student-t"], Catalogs.Activations.Names);
        Assert.Equal(["all-nine", "hard-labels", "uniform-labels"], Catalogs.NegativeLabels.Names);
        Assert.Equal(["constant", "half-constant-half-linear"], Catalogs.Schedules.Names);
    }

    [Fact]
    public void NamesAreForJsonAndExplanationsForPeople()
    {
        Assert.All(Everything, strategy => Assert.Matches(Name(), strategy.Name));
        Assert.All(Everything, strategy => Assert.EndsWith(".", strategy.Explanation, StringComparison.Ordinal));
    }

    [Fact]
    public void AnUnknownNameIsAnsweredWithTheKnownOnes()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Catalogs.Goodness.Get("nice"));

        Assert.StartsWith(
            "There is no goodness called 'nice'. There is: negative-sum-of-squares, sum-of-activities, sum-of-squares.", refusal.Message, StringComparison.Ordinal);
        Assert.False(Catalogs.Goodness.TryGet("nice", out _));
    }

    [Fact]
    public void ANewStrategyIsFoundByItself() =>
        Assert.Equal(["red"], new Catalog<IColour>("colour", [typeof(Red), typeof(string), typeof(IColour)]).Names);

    [Fact]
    public void TwoOfOneNameAreRefused()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => new Catalog<IColour>("colour", [typeof(Red), typeof(AlsoRed)]));

        Assert.Equal("Two of the family colour are called 'red': Red and AlsoRed.", refusal.Message);
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Name();

    private sealed class Red : IColour
    {
        public string Name => "red";

        public string Explanation => "Red.";
    }

    private sealed class AlsoRed : IColour
    {
        public string Name => "red";

        public string Explanation => "Red too.";
    }
}
