using Bunit;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Components.RunViews;

namespace ForwardForward.Web.Tests.Components;

public sealed class SyntheticNoticeTests : ComponentTest<SyntheticNotice>
{
    [Fact]
    public void MadeUpDigitsAreNamed() => Assert.Contains("Synthetic digits.", Notice(Samples.Run() with { IsSynthetic = true }), StringComparison.Ordinal);

    [Fact]
    public void ARecipeThatWantsThemDoesNotBlameMnist()
    {
        var run = Samples.Run() with { IsSynthetic = true };
        Assert.Contains("MNIST could not be had", Notice(run), StringComparison.Ordinal);
        Assert.DoesNotContain("MNIST", Notice(run with { Recipe = run.Recipe with { DataSet = "synthetic-digits" } }), StringComparison.Ordinal);
    }

    [Fact]
    public void RealOnesAreNot() => Assert.Equal("", Notice(Samples.Run()).Trim());

    [Fact]
    public void NeitherIsNoRun() => Assert.Equal("", Notice(null).Trim());

    private string Notice(RunSnapshot? run) => Render<SyntheticNotice>(parameters => parameters.Add(one => one.Run, run)).Markup;
}
