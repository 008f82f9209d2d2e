using ForwardForward.Recipes;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.ViewModels.RunLists;

namespace ForwardForward.Web.Tests.ViewModels.RunLists;

public sealed class RunsViewTests
{
    private static readonly RunSnapshot[] Runs =
    [
        Samples.Run("first") with { Scores = Samples.Scores(3, null, 3.5, 2.5), TrainSeconds = 10, Note = "Sum of Activities" },
        Samples.Run("second", RunState.Completed) with { Scores = Samples.Scores(2, 4, null, null), TrainSeconds = 30, CreatedAt = Samples.Created.AddDays(1), Tags = ["Best"] },
        Samples.Run("third", RunState.Completed) with { Recipe = Samples.Recipe("ff-other", seed: 77) with { Info = new RecipeInfo("ff-other", "Another", "") }, Scores = Samples.Scores(null, 3, 3, null), TrainSeconds = 20, CreatedAt = Samples.Created.AddDays(2) },
    ];

    [Theory]
    [InlineData(RunOrder.Created, false, "third second first")]
    [InlineData(RunOrder.Created, true, "first second third")]
    [InlineData(RunOrder.Goodness, false, "second first third")]
    [InlineData(RunOrder.Goodness, true, "first second third")]
    [InlineData(RunOrder.Softmax, false, "third second first")]
    [InlineData(RunOrder.Test, false, "first third second")]
    [InlineData(RunOrder.Time, false, "second third first")]
    [InlineData(RunOrder.Name, false, "third second first")]
    public void RunsAreSortedAndWhatHasNoValueStandsLast(RunOrder order, bool reversed, string ids) => Assert.Equal(ids, Ids(new RunsView(Order: order, Reversed: reversed)));

    [Theory]
    [InlineData("", "third second first")]
    [InlineData("activities sum", "first")]
    [InlineData("best", "second")]
    [InlineData("seed 77", "third")]
    [InlineData("ff-other", "third")]
    [InlineData("completed", "third second")]
    [InlineData("sum best", "")]
    public void EveryWordMustBeFoundSomewhere(string search, string ids) => Assert.Equal(ids, Ids(new RunsView(search)));

    [Fact]
    public void FiltersGoTogether()
    {
        Assert.Equal("third second", Ids(new RunsView(State: RunState.Completed)));
        Assert.Equal("third", Ids(new RunsView(State: RunState.Completed, Recipe: "ff-other")));
        Assert.Equal("second", Ids(new RunsView(Tag: "best")));
    }

    [Fact]
    public void ALinkIsReadAsItWasWritten()
    {
        var view = new RunsView("a & b, 100 %", RunState.Failed, "ff-other", "quick look", RunOrder.Test, true, true);
        Assert.Equal("runs?q=a%20%26%20b%2C%20100%20%25&state=failed&recipe=ff-other&tag=quick%20look&order=test&reversed=1&bin=1", view.Link());
        Assert.Equal(view, RunsView.Parse("a & b, 100 %", "failed", "ff-other", "quick look", "test", "1", "1"));
        Assert.Equal("runs", new RunsView().Link());
    }

    [Fact]
    public void WhatMakesNoSenseFallsBack()
    {
        Assert.Equal(new RunsView(), RunsView.Parse(null, "flying", " ", "", "3", "yes", "maybe"));
        Assert.Equal(200, RunsView.Parse(new string('x', 1000), null, null, null, null, null, null).Search.Length);
    }

    [Fact]
    public void TheSameOrderAgainIsTurnedRound()
    {
        var once = new RunsView().By(RunOrder.Test);
        Assert.Equal((RunOrder.Test, false), (once.Order, once.Reversed));
        Assert.True(once.By(RunOrder.Test).Reversed);
        Assert.False(once.By(RunOrder.Test).By(RunOrder.Name).Reversed);
    }

    private static string Ids(RunsView view) => string.Join(' ', view.Of(Runs).Select(run => run.Id));
}
