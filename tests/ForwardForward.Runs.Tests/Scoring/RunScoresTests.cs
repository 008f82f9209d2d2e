using CsCheck;
using ForwardForward.Frames;

namespace ForwardForward.Runs.Tests.Scoring;

public sealed class RunScoresTests
{
    private static readonly Gen<Score[]> Some = Gen.Select(Gen.OneOf(Gen.Const("validation/a"), Gen.Const("test/a"), Gen.Const("test/b"), Gen.Const("training/c")), Gen.Double[-9, 9], (name, value) => new Score(name, value)).Array[0, 9];

    [Fact]
    public void NewerScoresTakeThePlaceOfThoseOfTheSameNameAndTheOrderDoesNotMatter() => Gen.Select(Some, Some).Sample((older, newer) =>
    {
        var scores = RunScores.None.With(older).With(newer);
        var expected = older.Concat(newer).GroupBy(score => score.Name).ToDictionary(same => same.Key, same => same.Last().Value);
        Assert.Equal(expected, scores.ToDictionary());
        Assert.All(expected, score => Assert.Equal(score.Value, scores[score.Key]));
        Assert.Null(scores["validation/other"]);
        var again = RunScores.Of(expected.Reverse());
        Assert.True(scores.Equals(again) && scores.GetHashCode() == again.GetHashCode());
        Assert.False(scores.Equals(scores.With([new Score("test/b", 10)])));
    });

    [Theory]
    [InlineData("test/goodness-error", "test", "goodness-error")]
    [InlineData("validation/layer-1/error", "validation", "layer-1/error")]
    [InlineData("head", "", "head")]
    public void ANameHasSplitAndMeasure(string name, string split, string measure) =>
        Assert.Equal((split, measure), (ScoreNames.Split(name), ScoreNames.Measure(name)));

    [Fact]
    public void TheErrorsOfAClassifierComeBackFromTheirOlderForm()
    {
        var errors = new ClassifierErrors(4, null, 5, 6);
        var scores = RunScores.None.With(errors.ToScores());
        Assert.Equal(errors, ClassifierErrors.Of(scores));
        Assert.Equal(["test/goodness-error", "test/softmax-error", "validation/goodness-error"], scores.Select(score => score.Name));
    }
}
