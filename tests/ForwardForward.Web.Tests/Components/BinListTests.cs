using Bunit;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.RunViews;

namespace ForwardForward.Web.Tests.Components;

public sealed class BinListTests : ComponentTest<BinList>
{
    [Fact]
    public void ADeletedRunCanComeBackOrGoForGood()
    {
        var done = new List<string>();
        var list = Render<BinList>(parameters => parameters
            .Add(one => one.Runs, [Samples.Run() with { DeletedAt = Samples.Created, Note = "Worth keeping" }])
            .Add(one => one.Now, Samples.Created.AddMinutes(5))
            .Add(one => one.OnRestore, run => done.Add($"restore {run.Id}"))
            .Add(one => one.OnErase, run => done.Add($"erase {run.Id}")));
        Assert.Contains("5 min ago", list.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Contains("Worth keeping", list.Find("tbody tr").TextContent, StringComparison.Ordinal);
        list.FindAll("button")[0].Click();
        list.FindAll("button")[1].Click();

        Assert.Equal(["restore k3v9x2m7q4ab", "erase k3v9x2m7q4ab"], done);
    }
}
