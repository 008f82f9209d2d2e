using ForwardForward.Data.Synthetic;
using ForwardForward.Learning.Models;
using ForwardForward.Learning.Recurrent;
using ForwardForward.Learning.Trainers;
using ForwardForward.Numerics.Gemm;
using ForwardForward.Numerics.Threading;
using ForwardForward.Testing;

namespace ForwardForward.Recipes.Tests.Recipes;

public sealed class RecipeCatalogTests
{
    public static TheoryData<string, Scale> All
    {
        get
        {
            var data = new TheoryData<string, Scale>();
            foreach (var id in RecipeCatalog.Ids)
            {
                foreach (var scale in Enum.GetValues<Scale>())
                {
                    data.Add(id, scale);
                }
            }

            return data;
        }
    }

    public static TheoryData<string> Ids => [.. RecipeCatalog.Ids];

    [Theory]
    [MemberData(nameof(All))]
    public void ARecipeIsTheSameAfterARoundTripThroughJson(string id, Scale scale)
    {
        var recipe = RecipeCatalog.Get(id, scale);
        var json = RecipeJson.Write(recipe);

        Assert.Equal((id, scale), (recipe.Id, recipe.Scale));
        Assert.Equal(json, RecipeJson.Write(RecipeJson.Read(json)));
    }

    [Fact]
    public void AnUnknownNameIsAnsweredWithTheKnownOnes() =>
        Assert.StartsWith(
            $"There is no recipe called 'ff'. There is: {string.Join(", ", RecipeCatalog.Ids)}.",
            Assert.Throws<ArgumentException>(() => RecipeCatalog.Get("ff", Scale.Quick)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void SettingsOfAnotherTrainerAreRefused()
    {
        var recipe = RecipeCatalog.Get("ff-supervised-small", Scale.Smoke) with { Settings = new RecurrentSettings() };
        using var workers = new Workers(1);
        using var products = new MatrixProducts(workers);
        var refusal = Assert.Throws<ArgumentException>(() => recipe.CreateTrainer(SyntheticDigits.Make(1, 200, 10, 10, TestContext.Current.CancellationToken), products));

        Assert.StartsWith("The recipe ff-supervised-small has SupervisedSettings; got RecurrentSettings.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void SmokeLearnsSyntheticDigitsByEveryProcedureItHas(string id)
    {
        var recipe = RecipeCatalog.Get(id, Scale.Smoke);
        var data = SyntheticDigits.Make(1, recipe.Settings.TrainImages, recipe.Settings.ValidationImages, 1, TestContext.Current.CancellationToken);
        using var workers = new Workers(2);
        using var products = new MatrixProducts(workers);
        using var trainer = recipe.CreateTrainer(data, products);
        var firstLoss = MeanLoss(trainer);
        var lastLoss = 0f;
        for (var epoch = 1; epoch < trainer.Course.Epochs; epoch++)
        {
            lastLoss = MeanLoss(trainer);
        }

        using var evaluation = trainer.BeginEvaluation(data.Validation, thorough: true);
        while (evaluation.Advance())
        {
        }

        Assert.True(lastLoss < 0.7f * firstLoss, $"loss went from {firstLoss} to {lastLoss}");
        var (goodness, softmax) = (evaluation.Scores.Of(Measures.GoodnessError), evaluation.Scores.Of(Measures.SoftmaxError));
        Assert.True((goodness ?? softmax) is not null, "no procedure counted anything");
        Assert.Equal(recipe.Settings.ClassifiesByGoodness, goodness is not null);
        Assert.Equal(recipe.Scores.Select(measure => measure.Name), evaluation.Scores.Select(score => score.Name));
        Assert.False(goodness >= 45, $"by goodness {goodness} %");
        Assert.False(softmax >= 45, $"by softmax {softmax} %");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void SmokeResumedIsSmokeUninterruptedBitForBit(string id)
    {
        var recipe = RecipeCatalog.Get(id, Scale.Smoke);
        var data = SyntheticDigits.Make(1, recipe.Settings.TrainImages, 1, 1, TestContext.Current.CancellationToken);
        using var workers = new Workers(1);
        using var products = new MatrixProducts(workers);
        using var whole = recipe.CreateTrainer(data, products);
        var held = Run(whole, whole.Course.StepsPerEpoch / 2);
        using var resumed = recipe.CreateTrainer(data, products);
        resumed.RestoreState(held);
        var (expected, actual) = (Run(whole, whole.Course.StepsPerEpoch), Run(resumed, whole.Course.StepsPerEpoch));

        Assert.Equal(expected.Matrices.Keys.Order(), actual.Matrices.Keys.Order());
        Assert.All(expected.Matrices, matrix => Assert.Equal(Bits(matrix.Value.Values), Bits(actual.Matrices[matrix.Key].Values)));
        Assert.Contains(held.Matrices, matrix => !Bits(matrix.Value.Values).SequenceEqual(Bits(actual.Matrices[matrix.Key].Values)));
    }

    private static TrainerState Run(Trainer trainer, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            trainer.Step();
        }

        return trainer.CaptureState();
    }

    private static IEnumerable<int> Bits(IEnumerable<float> values) => values.Select(BitConverter.SingleToInt32Bits);

    private static float MeanLoss(Trainer trainer)
    {
        var sum = 0f;
        for (var step = 0; step < trainer.Course.StepsPerEpoch; step++)
        {
            var report = trainer.Step();
            sum += report.Layers.Count > 0 ? report.Layers.Average(layer => layer.Loss) : report.HeadLoss;
        }

        return sum / trainer.Course.StepsPerEpoch;
    }
}
