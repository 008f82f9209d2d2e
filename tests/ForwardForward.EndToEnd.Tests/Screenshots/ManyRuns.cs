using ForwardForward.Learning.Readings;
using ForwardForward.Learning.Trainers;
using ForwardForward.Recipes;
using ForwardForward.Runs;
using ForwardForward.Testing.Runs;

namespace ForwardForward.EndToEnd.Tests.Screenshots;

/// <summary>Runs in every state, with long and short names, with one test procedure and with both: what a list must be able to show.</summary>
internal static class ManyRuns
{
    public const string Running = "run000000001";
    public const string Queued = "run000000002";
    public const string SoftmaxOnly = "run000000003";
    public const string Completed = "run000000004";
    public const string Failed = "run000000005";
    public const string Backpropagation = "run000000006";

    /// <summary>Eight runs that have something to compare.</summary>
    public static IReadOnlyList<string> Compared { get; } = [Completed, Running, SoftmaxOnly, "run000000007", "run000000008", "run000000009", "run000000010", "run000000011"];

    public static FakeRunService Create()
    {
        var runs = new FakeRunService();
        var now = DateTimeOffset.UtcNow;
        Add(Running, RunState.Running, "Supervised, small", 4, Samples.Scores(2.31, 2.64, null, null));
        Add(Queued, RunState.Queued, "Supervised", 7, RunScores.None, step: 0);
        Add(SoftmaxOnly, RunState.Paused, "Unsupervised, hybrids made through masks", 21, Samples.Scores(null, 1.92, null, null), hybrids: true);
        Add(Completed, RunState.Completed, "Supervised, small", 55, Samples.Scores(1.41, 1.52, 1.44, 1.5), step: 2500);
        Add(Failed, RunState.Failed, "Supervised, small", 180, RunScores.None, failure: "The loss of layer 2 is no finite number since batch 812: the learning rate 0.5 is too large. Try 0.01.");
        Add(Backpropagation, RunState.Interrupted, "Backpropagation, no hidden layer of its own goodness", 900, Samples.Scores(null, 8.75, null, null), synthetic: true, hasGoodness: false);
        Add("run000000007", RunState.Stopped, "Supervised, small", 3000, Samples.Scores(12.5, 14.25, null, null), forkedFrom: Completed);
        runs.TestDigits.Found = [.. Enumerable.Range(0, 23).Select(i => new Mistake(i, i % 10, (i + 3) % 10, 0.99 - (i * 0.02)))];
        runs.TestDigits.Publish(FakeTestDigits.Search(Completed, MistakeSearchState.Finished, found: 23));
        for (var i = 8; i <= 11; i++)
        {
            Add($"run{i:D9}", RunState.Completed, "Supervised, small", 60 * i, Samples.Scores(1.2 + (0.13 * i), 1.4 + (0.14 * i), 1.25 + (0.1 * i), 1.5 + (0.1 * i)), step: 2500);
        }

        runs.Run(Completed).Change(run => run with { Tags = ["best so far", "goodness"], Note = "Sum of squares, threshold 1 per unit. Fewer dead units than with the sum of activities." });
        runs.Run("run000000008").Change(run => run with { IsReadOnly = true });
        runs.DeleteAsync(Add("run000000012", RunState.Stopped, "Supervised, small", 90, Samples.Scores(5, 6, 5.5, 6.5))).GetAwaiter().GetResult();
        return runs;

        string Add(string id, RunState state, string title, int minutes, RunScores errors, long step = 1250, string? failure = null, bool synthetic = false, string? forkedFrom = null, bool hasGoodness = true, bool hybrids = false)
        {
            var run = runs.Add(Samples.Run(id, state) with
            {
                Recipe = Named(title, Recipe((ulong)minutes)) with { Scale = synthetic ? Scale.Smoke : Scale.Quick },
                Scores = errors,
                Step = step,
                Epoch = (int)(step / 500),
                StepsPerEpoch = state == RunState.Queued ? 0 : 500,
                IsSynthetic = synthetic,
                DataName = synthetic ? "synthetic digits" : "MNIST",
                Failure = failure,
                ForkedFrom = forkedFrom,
                TrainSeconds = minutes * 1.7,
                CreatedAt = now.AddMinutes(-minutes),
                Layers = state == RunState.Queued ? [] : Samples.Run().Layers,
            });
            for (var i = 0; i < 40; i++)
            {
                var values = Enumerable.Range(0, 3).SelectMany(layer => new[]
                {
                    (MetricNames.OfLayer(layer, MetricNames.PositiveGoodness), 100 + (30 * (1 - Math.Exp(-i / 8.0)))),
                    (MetricNames.OfLayer(layer, MetricNames.NegativeGoodness), 100 - (40 * (1 - Math.Exp(-i / 6.0)))),
                    (MetricNames.OfLayer(layer, MetricNames.PairwiseError), 0.4 * Math.Exp(-i / 5.0)),
                });
                run.Publish(i * 30, i * 0.06, i, [.. hasGoodness ? values : [], (MetricNames.HeadError, 0.6 * Math.Exp(-i / 10.0))]);
            }

            for (var epoch = 1; epoch <= step / 500; epoch++)
            {
                var more = 2.0 / epoch;
                (string, double)[] counted =
                [
                    .. errors[MetricNames.ValidationGoodness] is { } goodness ? [(MetricNames.ValidationGoodness, goodness * more)] : Array.Empty<(string, double)>(),
                    .. errors[MetricNames.ValidationSoftmax] is { } softmax ? [(MetricNames.ValidationSoftmax, softmax * more)] : Array.Empty<(string, double)>(),
                ];
                run.Publish(500 * epoch, epoch, epoch, counted);
            }

            run.Change(one => one with { Step = step });
            run.Publish(Samples.Fields(1, step));
            run.Keep([.. new long[] { 0, 1, 2, 4, 8, 16, 32, 64, 96, 128, 192, 256, 384, 512, 768, 1024 }.Where(kept => kept <= step)]);
            run.Story = Samples.Story(step);
            var examples = Samples.Examples(1, step, 8);
            run.Publish(hybrids ? examples with { Pairs = [.. examples.Pairs.Select(Hybrid)] } : examples);
            return id;

            ConfiguredRecipe Recipe(ulong seed) => (hasGoodness, hybrids) switch
            {
                (_, true) => RecipeCatalog.Get("ff-unsupervised", Scale.Quick) with { Seed = seed },
                (true, _) => Samples.Recipe(seed: seed),
                _ => Samples.RecipeWithoutGoodness(seed),
            };
        }
    }

    private static ExamplePair Hybrid(ExamplePair pair) => pair with
    {
        PositiveLabel = null,
        NegativeLabel = null,
        NegativeProbability = null,
        Parts = new Dictionary<string, float[]> { ["digit A"] = pair.Positive, ["mask"] = [.. Enumerable.Range(0, 784).Select(i => i % 28 < 14 ? 1f : 0f)], ["digit B"] = pair.Negative },
    };

    private static ConfiguredRecipe Named(string title, ConfiguredRecipe recipe) => recipe with { Info = recipe.Info with { Title = title } };
}
