using ForwardForward.Learning.Goodness;
using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Strategies;
using ForwardForward.Learning.Supervised;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics;
using ForwardForward.Numerics.Threading;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.ViewModels.SlowMotion;

namespace ForwardForward.Web.Tests.ViewModels;

/// <summary>Slow motion says what the figures say.</summary>
public sealed class SlowMotionTests
{
    private static readonly StepTrace Story = Samples.Story();

    [Fact]
    public void EveryLayerIsPassedUpBeforeTheNegativeAndLearnsAfterIt() => Assert.Equal(
        ["One pair", "Positive pass", "Negative pass", "Local update"],
        SlowStep.Of(2).Select(step => step.Chapter).Distinct());

    [Fact]
    public void ANormalisedRowIsAsDarkAsAnyOther()
    {
        var quiet = Row(0.1f);
        var loud = Row(2);

        Assert.Equal(SlowPictures.Activities(loud, 4, normalised: true).Pixels, SlowPictures.Activities(quiet, 4, normalised: true).Pixels);
        Assert.True(SlowPictures.Activities(loud, 4, normalised: false).Pixels[0] > SlowPictures.Activities(quiet, 4, normalised: false).Pixels[0]);
    }

    [Fact]
    public void ASilentRowIsBlankAndDividesByNothing()
    {
        Assert.All(SlowPictures.Activities(Row(0), 4, normalised: true).Pixels, pixel => Assert.Equal(0, pixel));
        var silent = Story with { Layers = [Story.Layers[0] with { Positive = Row(0) }] };
        Assert.Contains("nothing to divide", SlowWords.Of(new SlowStep(SlowPhase.Normalise), silent, Samples.Recipe()), StringComparison.Ordinal);
    }

    [Fact]
    public void ALayerThatIsFooledSaysSo()
    {
        var layer = Story.Layers[0];
        var fooled = Story with { Layers = [layer with { Negative = layer.Positive }] };
        Assert.Contains("the layer is fooled", SlowWords.Of(new SlowStep(SlowPhase.Negative), fooled, Samples.Recipe()), StringComparison.Ordinal);
    }

    [Fact]
    public void ALayerThatIsCertainAsksForNothing()
    {
        var layer = Story.Layers[0];
        var certain = Story with { Layers = [layer with { Positive = layer.Positive with { Probability = 0.999f }, Negative = layer.Negative with { Probability = 0.001f } }] };
        Assert.Contains("already certain", SlowWords.Of(new SlowStep(SlowPhase.Update), certain, Samples.Recipe()), StringComparison.Ordinal);
    }

    [Fact]
    public void ALossWithoutThresholdIsNotHeldAgainstOne()
    {
        var free = Story with { Layers = [Story.Layers[0] with { Threshold = 0 }] };
        Assert.Contains("has no threshold", SlowWords.Of(new SlowStep(SlowPhase.Goodness), free, Samples.Recipe()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sum-of-squares", "squared")]
    [InlineData("sum-of-activities", "All activities are added up")]
    [InlineData("negative-sum-of-squares", "counts against")]
    [InlineData("something-new", "measures its something new")]
    public void TheGoodnessOfTheRecipeIsNamed(string goodness, string words)
    {
        IGoodness measured = Catalogs.Goodness.TryGet(goodness, out var known) ? known : new SomethingNew();
        var recipe = Samples.Recipe() with { Settings = new SupervisedSettings { Goodness = measured } };
        Assert.Contains(words, SlowWords.Of(new SlowStep(SlowPhase.Goodness), Story, recipe), StringComparison.Ordinal);
    }

    private static RowTrace Row(float size) => new([size, 0, 2 * size, 0], size * MathF.Sqrt(5 / 4f), 5 * size * size, 0.5f, 0);

    private sealed class SomethingNew : IGoodness
    {
        public string Name => "something-new";

        public string Explanation => "";

        public float DroppedFactor => 1;

        public bool DerivativeVanishesAtZero => false;

        public float Threshold(float perUnit, int units) => 0;

        public void Measure(Workers workers, MatrixView activities, Span<float> goodness) => throw new NotSupportedException();

        public void Differentiate(Workers workers, MatrixView activities, ReadOnlySpan<float> slopes, MatrixView dy) => throw new NotSupportedException();
    }
}
