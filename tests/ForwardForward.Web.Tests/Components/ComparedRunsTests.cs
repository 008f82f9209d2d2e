using Bunit;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.Comparing;
using ForwardForward.Web.ViewModels.RunLists;

namespace ForwardForward.Web.Tests.Components;

public sealed class ComparedRunsTests : ComponentTest<ComparedRuns>
{
    [Fact]
    public void TwoRunsHaveLettersAndCannotBecomeOne()
    {
        var list = Render<ComparedRuns>(parameters => parameters.Add(one => one.Runs, [Samples.Run("a"), Samples.Run("b") with { Tags = ["best"] }]).Add(one => one.Best, new BestErrors(Runs)));

        Assert.Equal(["A", "B"], list.FindAll("strong").Select(letter => letter.TextContent));
        Assert.Contains("quick · seed 1 · MNIST · epoch 2 of 5 · best", list.FindAll("th .detail")[1].TextContent, StringComparison.Ordinal);
        Assert.Empty(list.FindAll("button"));
    }

    [Fact]
    public void OfMoreRunsEachCanBeTakenOut()
    {
        string? removed = null;
        var list = Render<ComparedRuns>(parameters => parameters
            .Add(one => one.Runs, [Samples.Run("a"), Samples.Run("b"), Samples.Run("c")]).Add(one => one.Best, new BestErrors(Runs)).Add(one => one.OnRemove, run => removed = run.Id));
        list.FindAll("button")[2].Click();

        Assert.Equal("c", removed);
    }
}
