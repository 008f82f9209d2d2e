using ForwardForward.Recipes;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.ViewModels;

namespace ForwardForward.Web.Tests.ViewModels;

public sealed class RunProceduresTests
{
    private static readonly RunScores NotCounted = RunScores.None;

    [Fact]
    public void WithoutARunEverythingIsAssumed() => Assert.Equal(RunProcedures.All, RunProcedures.Of(null));

    [Fact]
    public void ASupervisedRunHasBothBeforeAnythingIsCounted() => Assert.Equal(RunProcedures.All, Of(Samples.Run() with { Scores = NotCounted }));

    [Fact]
    public void ACountByGoodnessThatIsNotDueYetIsNotMissing() => Assert.True(Of(Samples.Run() with { Scores = Samples.Scores(null, 5, null, null) }).Goodness);

    [Fact]
    public void WhatACompletedRunHasNotCountedItHasNot() =>
        Assert.False(Of(Samples.Run(state: RunState.Completed) with { Scores = Samples.Scores(null, 5, null, 5) }).Goodness);

    [Fact]
    public void ANetworkThatOnlyScoresByGoodnessHasNoSoftmax() =>
        Assert.Equal((true, false), Of(Samples.Run() with { Scores = Samples.Scores(4, null, null, null) }) is var found ? (found.Goodness, found.Softmax) : default);

    [Fact]
    public void ARecipeThatIsMeasuredOtherwiseHasNeither() => Assert.Equal(new RunProcedures(false, false, false), Of(Samples.RunWithOwnMeasure()));

    [Fact]
    public void AnUnknownTrainerHasWhatWasMeasured()
    {
        var run = new FakeRunService().Add(Samples.Run());
        var unknown = run.Snapshot with { Recipe = Samples.Recipe() with { Settings = UnknownSettings.Read([]) }, Scores = NotCounted };
        Assert.Equal(new RunProcedures(false, true, false), Of(unknown));

        run.Publish(1, 0.1, 1, ("layer-1/positive-goodness", 3));
        Assert.True(Of(unknown with { LastMetrics = run.Snapshot.LastMetrics }).LayerGoodness);
    }

    private static RunProcedures Of(RunSnapshot run) => RunProcedures.Of(run);
}
