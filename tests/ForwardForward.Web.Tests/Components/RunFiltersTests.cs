using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.RunViews;
using ForwardForward.Web.ViewModels.RunLists;

namespace ForwardForward.Web.Tests.Components;

public sealed class RunFiltersTests : ComponentTest<RunFilters>
{
    private RunsView? _asked;

    [Fact]
    public void OnlyWhatRunsHaveIsOffered()
    {
        var filters = Show(new RunsView());

        Assert.Equal(["Any state", "Running", "Completed"], Options(filters, "State"));
        Assert.Equal(["Any recipe", "ff-supervised-small"], Options(filters, "Recipe"));
        Assert.Equal(["Any tag", "best"], Options(filters, "Tag"));
    }

    [Fact]
    public void EveryChoiceAsksForAnotherView()
    {
        var filters = Show(new RunsView());
        filters.Find("[aria-label=State]").Change("Completed");
        Assert.Equal(RunState.Completed, _asked!.State);
        filters.Find("[aria-label=Recipe]").Change("ff-supervised-small");
        Assert.Equal("ff-supervised-small", _asked!.Recipe);
        filters.Find("[aria-label=Tag]").Change("best");
        Assert.Equal("best", _asked!.Tag);
        filters.Find("[aria-label=Order]").Change("Test");
        Assert.Equal(RunOrder.Test, _asked!.Order);
        filters.Find("[type=search]").Input("seed 4");
        Assert.Equal("seed 4", _asked!.Search);
    }

    [Fact]
    public void AFilteredListCanBeShownWhole()
    {
        Assert.Empty(Show(new RunsView()).FindAll("button"));
        Show(new RunsView(Search: "x", Tag: "gone", Order: RunOrder.Name)).Find("button").Click();
        Assert.Equal(new RunsView(Order: RunOrder.Name), _asked);
    }

    [Fact]
    public void WhatTheLinkAsksForIsOfferedThoughNoRunHasIt() => Assert.Contains("gone", Options(Show(new RunsView(Tag: "gone")), "Tag"));

    private static IEnumerable<string> Options(IRenderedComponent<RunFilters> filters, string name) => filters.FindAll($"[aria-label={name}] option").Select(option => option.TextContent);

    private IRenderedComponent<RunFilters> Show(RunsView view) => Render<RunFilters>(parameters => parameters
        .Add(one => one.Runs, [Samples.Run("a"), Samples.Run("b", RunState.Completed) with { Tags = ["best"] }]).Add(one => one.View, view).Add(one => one.OnView, asked => _asked = asked));
}
